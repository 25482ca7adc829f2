using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Jobs and CronJobs. Source: <c>pkg/apis/batch/validation</c>.</summary>
internal static class JobRules
{
    /// <summary>As many characters as a name may have that Jobs get their time appended to.</summary>
    private const int LongestCronJobName = 52;

    private static readonly string[] Counts =
        ["parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished", "backoffLimitPerIndex", "maxFailedIndexes"];

    private static readonly string[] Modes = ["NonIndexed", "Indexed"];

    /// <summary>The rules of Jobs.</summary>
    public static KindRules OfJob { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = (value, causes) => Job(value["spec"u8], causes),
        Update = (value, old, causes) =>
        {
            Job(value["spec"u8], causes);
            JobUpdateRules.Check(value["spec"u8], old, causes);
        },
    };

    /// <summary>The rules of CronJobs; a name that is too long by now is only held against a new one.</summary>
    public static KindRules OfCronJob { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = (value, causes) =>
        {
            CronJob(value["spec"u8], causes);
            string name = value["metadata"u8]["name"u8].AsString() ?? "";
            if (name.Length > LongestCronJobName)
            {
                causes.Add(FieldError.Invalid("metadata.name", name, $"must be no more than {LongestCronJobName} characters"));
            }
        },
        Update = (value, _, causes) => CronJob(value["spec"u8], causes),
    };

    private static void Job(JsonValue spec, List<StatusCause> causes)
    {
        Spec(spec, "spec", causes);
        JsonValue selector = spec["selector"u8];
        LabelSelector? read = null;
        if (selector.IsAbsent)
        {
            causes.Add(FieldError.Required("spec.selector"));
        }
        else
        {
            read = LabelSelector.Read(selector, "spec.selector", out var problems);
            causes.AddRange(problems);
        }

        JsonValue labels = spec["template"u8]["metadata"u8]["labels"u8];
        if (read?.Matches(labels) != true)
        {
            causes.Add(FieldError.Invalid("spec.template.metadata.labels", FixedField.Show(labels), "`selector` does not match template `labels`"));
        }
    }

    private static void CronJob(JsonValue spec, List<StatusCause> causes)
    {
        FieldRules.Required(spec["schedule"u8], "spec.schedule", causes);
        FieldRules.NonNegative(spec["startingDeadlineSeconds"u8], "spec.startingDeadlineSeconds", causes);
        FieldRules.OneOf(spec["concurrencyPolicy"u8], "spec.concurrencyPolicy", ["Allow", "Forbid", "Replace"], causes);
        JsonValue job = spec["jobTemplate"u8]["spec"u8];
        Spec(job, "spec.jobTemplate.spec", causes);
        if (!job["selector"u8].IsAbsent)
        {
            causes.Add(FieldError.Invalid("spec.jobTemplate.spec.selector", FixedField.Show(job["selector"u8]), "`selector` will be auto-generated"));
        }

        FieldRules.NonNegative(spec["successfulJobsHistoryLimit"u8], "spec.successfulJobsHistoryLimit", causes);
        FieldRules.NonNegative(spec["failedJobsHistoryLimit"u8], "spec.failedJobsHistoryLimit", causes);
    }

    private static void Spec(JsonValue spec, string field, List<StatusCause> causes)
    {
        foreach (string count in Counts)
        {
            FieldRules.NonNegative(spec[count], $"{field}.{count}", causes);
        }

        FieldRules.OneOf(spec["completionMode"u8], field + ".completionMode", Modes, causes);
        if (spec["completionMode"u8].AsString() == "Indexed" && spec["completions"u8].IsAbsent)
        {
            causes.Add(FieldError.Required(field + ".completions", "when completion mode is Indexed"));
        }

        WorkloadRules.Template(spec["template"u8], field + ".template", causes);
        string policy = spec["template"u8]["spec"u8]["restartPolicy"u8].AsString() ?? "";
        if (policy is "" or "Always")
        {
            causes.Add(FieldError.Required(field + ".template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\""));
        }
        else if (policy is not ("OnFailure" or "Never"))
        {
            causes.Add(FieldError.NotSupported(field + ".template.spec.restartPolicy", policy, ["OnFailure", "Never"]));
        }
    }
}
