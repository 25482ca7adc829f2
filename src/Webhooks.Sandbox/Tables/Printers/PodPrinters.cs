using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of pods and pod templates.</summary>
internal static class PodPrinters
{
    /// <summary>Of pods.</summary>
    public static BuiltInTable Pods { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Ready", "The aggregate readiness state of this pod for accepting traffic.", ReadyOf),
            PrintedColumn.Text("Status", "The aggregate status of the containers in this pod.", pod => PodStatusLine.Of(pod).Reason),
            PrintedColumn.Timed(
                "Restarts",
                "The number of times the containers in this pod have been restarted and when the last container in this pod has restarted.",
                (pod, now) => PodStatusLine.Of(pod).Restarts(now)),
            PrintedColumn.Age,
            PrintedColumn.Text("IP", Descriptions.Of("PodStatus.podIP"), AddressOf).Wide(),
            PrintedColumn.Text("Node", Descriptions.Of("PodSpec.nodeName"), pod => Facts.TextOr(pod["spec"u8]["nodeName"u8], Facts.None)).Wide(),
            PrintedColumn.Text(
                "Nominated Node",
                Descriptions.Of("PodStatus.nominatedNodeName"),
                pod => Facts.TextOr(pod["status"u8]["nominatedNodeName"u8], Facts.None)).Wide(),
            PrintedColumn.Text("Readiness Gates", Descriptions.Of("PodSpec.readinessGates"), GatesOf).Wide(),
        ],
        EndOf);

    /// <summary>Of pod templates.</summary>
    public static BuiltInTable PodTemplates { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Containers", WorkloadColumns.ContainersDescription, value => Facts.Joined(value["template"u8]["spec"u8]["containers"u8], "name")),
            PrintedColumn.Text("Images", WorkloadColumns.ImagesDescription, value => Facts.Joined(value["template"u8]["spec"u8]["containers"u8], "image")),
            PrintedColumn.Text("Pod Labels", "The labels for the pod template.", value => Facts.Labels(value["template"u8]["metadata"u8]["labels"u8])),
        ]);

    private static Cell ReadyOf(JsonValue pod)
    {
        PodStatusLine line = PodStatusLine.Of(pod);
        return $"{line.Ready}/{line.Total}";
    }

    private static Cell AddressOf(JsonValue pod) =>
        Facts.TextOr(pod["status"u8]["podIPs"u8].Items().FirstOrDefault()["ip"u8], Facts.TextOr(pod["status"u8]["podIP"u8], Facts.None));

    private static Cell GatesOf(JsonValue pod)
    {
        JsonValue gates = pod["spec"u8]["readinessGates"u8];
        JsonValue status = pod["status"u8];
        int open = gates.Items().Count(gate => Conditions.IsTrue(status, Facts.Text(gate["conditionType"u8])));
        return gates.Count == 0 ? Facts.None : $"{open}/{gates.Count}";
    }

    private static RowCondition? EndOf(JsonValue pod) => pod["status"u8]["phase"u8].AsString() switch
    {
        "Succeeded" => new("Completed", "True", "Succeeded", "The pod has completed successfully."),
        "Failed" => new("Completed", "True", "Failed", "The pod failed."),
        _ => null,
    };
}
