using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The table of horizontal pod autoscalers, <c>autoscaling/v2</c> and <c>v1</c>.</summary>
internal static class AutoscalingPrinters
{
    /// <summary>Of horizontal pod autoscalers.</summary>
    public static BuiltInTable Autoscalers { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text(
                "Reference",
                Descriptions.Of("HorizontalPodAutoscalerSpec.scaleTargetRef"),
                value => $"{Facts.Text(value["spec"u8]["scaleTargetRef"u8]["kind"u8])}/{Facts.Text(value["spec"u8]["scaleTargetRef"u8]["name"u8])}"),
            PrintedColumn.Text("Targets", Descriptions.Of("HorizontalPodAutoscalerSpec.metrics"), value => TargetsOf(value["spec"u8], value["status"u8])),
            PrintedColumn.Text("MinPods", Descriptions.Of("HorizontalPodAutoscalerSpec.minReplicas"), value => LeastOf(value["spec"u8]["minReplicas"u8])),
            PrintedColumn.Text("MaxPods", Descriptions.Of("HorizontalPodAutoscalerSpec.maxReplicas"), value => Numbers.Of(value["spec"u8]["maxReplicas"u8])),
            PrintedColumn.Text(
                "Replicas", Descriptions.Of("HorizontalPodAutoscalerStatus.currentReplicas"), value => Numbers.Of(value["status"u8]["currentReplicas"u8])),
            PrintedColumn.Age,
        ]);

    private static string LeastOf(JsonValue least) => least.IsAbsent ? Facts.Unset : $"{Numbers.Of(least)}";

    private static string TargetsOf(JsonValue spec, JsonValue status)
    {
        if (!spec["targetCPUUtilizationPercentage"u8].IsAbsent)
        {
            return $"cpu: {Percent(status["currentCPUUtilizationPercentage"u8], "<unknown>")}/{Percent(spec["targetCPUUtilizationPercentage"u8], "<auto>")}";
        }

        List<JsonValue> current = [.. status["currentMetrics"u8].Items()];
        List<string> texts = [.. spec["metrics"u8].Items().Select((metric, index) => Target(metric, index < current.Count ? current[index] : default))];
        return texts.Count == 0 ? Facts.None
            : texts.Count > 2 ? $"{string.Join(", ", texts.Take(2))} + {texts.Count - 2} more..."
            : string.Join(", ", texts);
    }

    private static string Target(JsonValue metric, JsonValue status) => metric["type"u8].AsString() switch
    {
        "External" => AverageOrValue(metric["external"u8], status["external"u8]),
        "Object" => AverageOrValue(metric["object"u8], status["object"u8]),
        "Pods" => $"{Current(status["pods"u8], "averageValue")}/{Facts.Amount(metric["pods"u8]["target"u8]["averageValue"u8])}",
        "Resource" => Named(metric["resource"u8], status["resource"u8]),
        "ContainerResource" => Named(metric["containerResource"u8], status["containerResource"u8]),
        _ => "<unknown type>",
    };

    private static string AverageOrValue(JsonValue source, JsonValue status)
    {
        JsonValue average = source["target"u8]["averageValue"u8];
        return !average.IsAbsent
            ? $"{(status["current"u8]["averageValue"u8].IsAbsent ? "<unknown>" : Current(status, "averageValue"))}/{Facts.Amount(average)} (avg)"
            : $"{Current(status, "value")}/{Facts.Amount(source["target"u8]["value"u8])}";
    }

    private static string Named(JsonValue source, JsonValue status)
    {
        JsonValue target = source["target"u8];
        string text = !target["averageValue"u8].IsAbsent
            ? $"{Current(status, "averageValue")}/{Facts.Amount(target["averageValue"u8])}"
            : $"{Percent(status["current"u8]["averageUtilization"u8], "<unknown>")}/{Percent(target["averageUtilization"u8], "<auto>")}";
        return $"{Facts.Text(source["name"u8])}: {text}";
    }

    private static string Current(JsonValue status, string member) =>
        status.IsAbsent ? "<unknown>" : Facts.Amount(status["current"u8][member]);

    private static string Percent(JsonValue share, string other) => share.IsAbsent ? other : $"{Numbers.Of(share)}%";
}
