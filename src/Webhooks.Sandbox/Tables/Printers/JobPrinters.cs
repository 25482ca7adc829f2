using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of the group <c>batch</c>.</summary>
internal static class JobPrinters
{
    /// <summary>Of jobs.</summary>
    public static BuiltInTable Jobs { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Status", "Status of the job.", job => StatusOf(job)),
            PrintedColumn.Text("Completions", Descriptions.Of("JobStatus.succeeded"), job => CompletionsOf(job)),
            PrintedColumn.Timed("Duration", "Time required to complete the job.", (job, now) => DurationOf(job["status"u8], now)),
            PrintedColumn.Age,
            WorkloadColumns.Containers,
            WorkloadColumns.Images,
            WorkloadColumns.Selector(Descriptions.Of("JobSpec.selector")),
        ]);

    /// <summary>Of cron jobs.</summary>
    public static BuiltInTable CronJobs { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Schedule", Descriptions.Of("CronJobSpec.schedule"), value => Facts.Text(value["spec"u8]["schedule"u8])),
            PrintedColumn.Text(
                "Timezone", Descriptions.Of("CronJobSpec.timeZone"), value => value["spec"u8]["timeZone"u8].AsString() ?? Facts.None),
            PrintedColumn.Boolean("Suspend", Descriptions.Of("CronJobSpec.suspend"), value => SuspendOf(value["spec"u8]["suspend"u8])),
            PrintedColumn.Integer("Active", Descriptions.Of("CronJobStatus.active"), value => value["status"u8]["active"u8].Count),
            PrintedColumn.Timed(
                "Last Schedule", Descriptions.Of("CronJobStatus.lastScheduleTime"), (value, now) => LastOf(value["status"u8]["lastScheduleTime"u8], now)),
            PrintedColumn.Age,
            WorkloadColumns.Listing("Containers", WorkloadColumns.ContainersDescription, "name", TemplateOf),
            WorkloadColumns.Listing("Images", WorkloadColumns.ImagesDescription, "image", TemplateOf),
            PrintedColumn.Text(
                "Selector",
                Descriptions.Of("JobSpec.selector"),
                value => Facts.Selector(value["spec"u8]["jobTemplate"u8]["spec"u8]["selector"u8])).Wide(),
        ]);

    private static string StatusOf(JsonValue job)
    {
        JsonValue status = job["status"u8];
        return Conditions.IsTrue(status, "Complete") ? "Complete"
            : Conditions.IsTrue(status, "Failed") ? "Failed"
            : Facts.IsBeingDeleted(job) ? "Terminating"
            : Conditions.IsTrue(status, "Suspended") ? "Suspended"
            : Conditions.IsTrue(status, "FailureTarget") ? "FailureTarget"
            : "Running";
    }

    private static string CompletionsOf(JsonValue job)
    {
        long succeeded = Numbers.Of(job["status"u8]["succeeded"u8]);
        long parallelism = Numbers.Of(job["spec"u8]["parallelism"u8]);
        return !job["spec"u8]["completions"u8].IsAbsent ? $"{succeeded}/{Numbers.Of(job["spec"u8]["completions"u8])}"
            : parallelism > 1 ? $"{succeeded}/1 of {parallelism}"
            : $"{succeeded}/1";
    }

    private static string DurationOf(JsonValue status, DateTimeOffset now)
    {
        if (!GoTime.TryParse(Facts.Text(status["startTime"u8]), out DateTimeOffset start))
        {
            return "";
        }

        bool isOver = GoTime.TryParse(Facts.Text(status["completionTime"u8]), out DateTimeOffset end);
        return HumanDuration.Of((isOver ? end : now) - start);
    }

    private static string SuspendOf(JsonValue suspend) =>
        suspend.IsAbsent ? Facts.Unset : Facts.IsTrue(suspend) ? "True" : "False";

    private static string LastOf(JsonValue time, DateTimeOffset now) =>
        time.IsAbsent ? Facts.None : HumanDuration.Since(time.AsString(), now);

    private static JsonValue TemplateOf(JsonValue value) => value["spec"u8]["jobTemplate"u8]["spec"u8]["template"u8];
}
