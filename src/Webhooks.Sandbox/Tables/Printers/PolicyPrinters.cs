using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of budgets and quotas.</summary>
internal static class PolicyPrinters
{
    /// <summary>Of pod disruption budgets.</summary>
    public static BuiltInTable DisruptionBudgets { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Min Available", "The minimum number of pods that must be available.", value => Bound(value["spec"u8]["minAvailable"u8])),
            PrintedColumn.Text("Max Unavailable", "The maximum number of pods that may be unavailable.", value => Bound(value["spec"u8]["maxUnavailable"u8])),
            PrintedColumn.Integer(
                "Allowed Disruptions",
                "Calculated number of pods that may be disrupted at this time.",
                value => Numbers.Of(value["status"u8]["disruptionsAllowed"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of resource quotas.</summary>
    public static BuiltInTable ResourceQuotas { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text(
                "Request",
                "Request represents a minimum amount of cpu/memory that a container may consume.",
                value => UseOf(value["status"u8], limits: false)),
            PrintedColumn.Text(
                "Limit",
                "Limits control the maximum amount of cpu/memory that a container may use independent of contention on the node.",
                value => UseOf(value["status"u8], limits: true)),
            PrintedColumn.Age,
        ]);

    private static string Bound(JsonValue value) => value.IsAbsent ? "N/A" : Facts.IntOrString(value);

    /// <summary>Used of allowed, <c>pods: 1/4, secrets: 0/2</c>, of the resources whose names start with <c>limits.</c> or of the others.</summary>
    private static string UseOf(JsonValue status, bool limits) => string.Join(
        ", ",
        status["hard"u8].Members()
            .Where(hard => hard.Key.StartsWith("limits.", StringComparison.Ordinal) == limits)
            .OrderBy(hard => hard.Key, StringComparer.Ordinal)
            .Select(hard => $"{hard.Key}: {Facts.Amount(status["used"u8][hard.Key])}/{Facts.Amount(hard.Value)}"));
}
