using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of Jobs and CronJobs. Source: <c>pkg/apis/batch/v1/defaults.go</c>.</summary>
internal static class JobDefaults
{
    /// <summary>Fills a Job.</summary>
    public static void OfJob(JsonDraft job)
    {
        JsonDraft spec = job.Child("spec");
        PodDefaults.OfTemplate(spec.Find("template"));
        if (spec.Lacks("completions") && spec.Lacks("parallelism"))
        {
            spec.SetJson("completions", "1");
        }

        spec.Default("parallelism", "1");
        spec.Default("backoffLimit", spec.Lacks("backoffLimitPerIndex") ? "6" : "2147483647");
        if (spec.Find("template")?.Find("metadata")?.Find("labels") is { Kind: JsonKind.Object } labels)
        {
            job.Child("metadata").Default("labels", labels.Freeze(JsonPolicy.Server).ToString());
        }

        spec.DefaultText("completionMode", "NonIndexed");
        spec.Default("suspend", "false");
        spec.DefaultText("podReplacementPolicy", spec.Lacks("podFailurePolicy") ? "TerminatingOrFailed" : "Failed");
    }

    /// <summary>Fills a CronJob; the Jobs of its template get their defaults when they are made.</summary>
    public static void OfCronJob(JsonDraft job)
    {
        JsonDraft spec = job.Child("spec");
        PodDefaults.OfTemplate(spec.Find("jobTemplate")?.Find("spec")?.Find("template"));
        spec.DefaultText("concurrencyPolicy", "Allow");
        spec.Default("suspend", "false");
        spec.Default("successfulJobsHistoryLimit", "3");
        spec.Default("failedJobsHistoryLimit", "1");
    }
}
