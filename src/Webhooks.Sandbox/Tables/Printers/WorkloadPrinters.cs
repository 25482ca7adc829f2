using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of what keeps pods running.</summary>
internal static class WorkloadPrinters
{
    /// <summary>Of deployments.</summary>
    public static BuiltInTable Deployments { get; } = new(
        [
            PrintedColumn.Name,
            WorkloadColumns.Ready,
            PrintedColumn.Text(
                "Up-to-date", Descriptions.Of("DeploymentStatus.updatedReplicas"), value => Numbers.Of(value["status"u8]["updatedReplicas"u8])),
            PrintedColumn.Text(
                "Available", Descriptions.Of("DeploymentStatus.availableReplicas"), value => Numbers.Of(value["status"u8]["availableReplicas"u8])),
            PrintedColumn.Age,
            WorkloadColumns.Containers,
            WorkloadColumns.Images,
            PrintedColumn.Text("Selector", Descriptions.Of("DeploymentSpec.selector"), SelectorOf).Wide(),
        ]);

    /// <summary>Of replica sets.</summary>
    public static BuiltInTable ReplicaSets { get; } = OfReplicas("ReplicaSet", WorkloadColumns.Selector(Descriptions.Of("ReplicaSetSpec.selector")));

    /// <summary>Of replication controllers.</summary>
    public static BuiltInTable ReplicationControllers { get; } = OfReplicas(
        "ReplicationController",
        PrintedColumn.Text("Selector", Descriptions.Of("ReplicationControllerSpec.selector"), value => Facts.Labels(value["spec"u8]["selector"u8])).Wide());

    /// <summary>Of stateful sets.</summary>
    public static BuiltInTable StatefulSets { get; } = new(
        [PrintedColumn.Name, WorkloadColumns.Ready, PrintedColumn.Age, WorkloadColumns.Containers, WorkloadColumns.Images]);

    /// <summary>Of daemon sets.</summary>
    public static BuiltInTable DaemonSets { get; } = new(
        [
            PrintedColumn.Name,
            WorkloadColumns.Status("Desired", Descriptions.Of("DaemonSetStatus.desiredNumberScheduled"), "desiredNumberScheduled"),
            WorkloadColumns.Status("Current", Descriptions.Of("DaemonSetStatus.currentNumberScheduled"), "currentNumberScheduled"),
            WorkloadColumns.Status("Ready", Descriptions.Of("DaemonSetStatus.numberReady"), "numberReady"),
            WorkloadColumns.Status("Up-to-date", Descriptions.Of("DaemonSetStatus.updatedNumberScheduled"), "updatedNumberScheduled"),
            WorkloadColumns.Status("Available", Descriptions.Of("DaemonSetStatus.numberAvailable"), "numberAvailable"),
            PrintedColumn.Text(
                "Node Selector",
                Descriptions.Of("PodSpec.nodeSelector"),
                value => Facts.Labels(value["spec"u8]["template"u8]["spec"u8]["nodeSelector"u8])),
            PrintedColumn.Age,
            WorkloadColumns.Containers,
            WorkloadColumns.Images,
            WorkloadColumns.Selector(Descriptions.Of("DaemonSetSpec.selector")),
        ]);

    /// <summary>Of controller revisions.</summary>
    public static BuiltInTable ControllerRevisions { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Controller", "Controller of the object", ControllerOf),
            PrintedColumn.Text("Revision", Descriptions.Of("ControllerRevision.revision"), value => Numbers.Of(value["revision"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of the scale subresource of built-in kinds.</summary>
    public static BuiltInTable Scales { get; } = new(
        [
            PrintedColumn.Name.WithFormat(""),
            Desired("ScaleSpec.replicas"),
            WorkloadColumns.Status("Available", Descriptions.Of("ScaleStatus.replicas"), "replicas"),
            PrintedColumn.Age,
        ]);

    /// <summary>Of what keeps so many pods.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="selector">How its pods are found.</param>
    private static BuiltInTable OfReplicas(string kind, PrintedColumn selector) => new(
        [
            PrintedColumn.Name,
            Desired(kind + "Spec.replicas"),
            WorkloadColumns.Status("Current", Descriptions.Of(kind + "Status.replicas"), "replicas"),
            WorkloadColumns.Status("Ready", Descriptions.Of(kind + "Status.readyReplicas"), "readyReplicas"),
            PrintedColumn.Age,
            WorkloadColumns.Containers,
            WorkloadColumns.Images,
            selector,
        ]);

    private static PrintedColumn Desired(string field) =>
        PrintedColumn.Integer("Desired", Descriptions.Of(field), value => Numbers.Of(value["spec"u8]["replicas"u8]));

    private static Cell SelectorOf(JsonValue value) =>
        LabelSelector.Read(value["spec"u8]["selector"u8], "", out ImmutableArray<StatusCause> _)?.ToString() ?? "<invalid>";

    private static Cell ControllerOf(JsonValue value)
    {
        JsonValue owner = value["metadata"u8]["ownerReferences"u8].Items().FirstOrDefault(reference => Facts.IsTrue(reference["controller"u8]));
        if (owner.IsMissing || !GroupVersion.TryParse(Facts.Text(owner["apiVersion"u8]), out GroupVersion version, out _))
        {
            return Facts.None;
        }

        string kind = Facts.Text(owner["kind"u8]);
        string resource = version.Group.Length == 0 ? kind : $"{kind}.{version.Group}";
        return $"{Lowercase.Of(resource)}/{Facts.Text(owner["name"u8])}";
    }
}
