using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Workloads;

/// <summary>A ReplicaSet as its Deployment sees it.</summary>
/// <param name="Stored">The object.</param>
/// <param name="Value">The object as a tree.</param>
internal sealed record ReplicaSetView(StoredObject Stored, JsonValue Value)
{
    /// <summary>The annotation with the number of the revision that it is.</summary>
    public const string RevisionAnnotation = "deployment.kubernetes.io/revision";

    /// <summary>How many pods it is to have.</summary>
    public long Replicas => Numbers.Of(Value["spec"u8]["replicas"u8]);

    /// <summary>How many it has.</summary>
    public long CurrentReplicas => Numbers.Of(Value["status"u8]["replicas"u8]);

    /// <summary>How many of them are ready.</summary>
    public long ReadyReplicas => Numbers.Of(Value["status"u8]["readyReplicas"u8]);

    /// <summary>How many of them have been ready for long enough.</summary>
    public long AvailableReplicas => Numbers.Of(Value["status"u8]["availableReplicas"u8]);

    /// <summary>The revision that it is; 0 for none.</summary>
    public long Revision =>
        long.TryParse(Value["metadata"u8]["annotations"u8][RevisionAnnotation].AsString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    /// <summary>Whether its controller has seen what it is to be.</summary>
    public bool IsObserved => Numbers.Of(Value["status"u8]["observedGeneration"u8]) >= Numbers.Of(Value["metadata"u8]["generation"u8]);
}
