using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Workloads;

/// <summary>A pod as its ReplicaSet sees it.</summary>
/// <param name="Stored">The object.</param>
/// <param name="Value">The object as a tree.</param>
internal sealed record PodView(StoredObject Stored, JsonValue Value)
{
    /// <summary>Whether it counts: it neither has ended nor is to.</summary>
    public bool IsActive =>
        Value["metadata"u8]["deletionTimestamp"u8].IsAbsent && Value["status"u8]["phase"u8].AsString() is not ("Succeeded" or "Failed");

    /// <summary>Whether a node has it.</summary>
    public bool IsBound => Value["spec"u8]["nodeName"u8].AsString() is { Length: > 0 };

    /// <summary>Since when it is ready; <c>null</c> while it is not.</summary>
    public DateTimeOffset? ReadySince =>
        Conditions.Find(Value["status"u8], "Ready") is var ready
        && ready["status"u8].TextEquals("True"u8)
        && DateTimeOffset.TryParse(ready["lastTransitionTime"u8].AsString(), CultureInfo.InvariantCulture, out DateTimeOffset since)
            ? since
            : null;
}
