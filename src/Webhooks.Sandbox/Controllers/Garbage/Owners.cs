using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Garbage;

/// <summary>Looks up owners where the references say they are.</summary>
internal static class Owners
{
    /// <summary>How the owner that a reference names stands.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="observed">What has been observed; an owner waits from when that shows it, so that all who wait in a circle are seen to.</param>
    /// <param name="space">The namespace of the dependent; empty for a cluster-scoped one.</param>
    /// <param name="reference">The reference.</param>
    public static OwnerState StateOf(Cluster cluster, OwnerGraph observed, string space, OwnerReference reference)
    {
        if (!GroupVersion.TryParse(reference.ApiVersion, out GroupVersion version, out _)
            || cluster.Kinds.FindKind(version.WithKind(reference.Kind)) is not { } resource)
        {
            return OwnerState.Unknown;
        }

        if (resource.IsNamespaced && space.Length == 0)
        {
            return OwnerState.Misplaced;
        }

        JsonValue meta = Find(cluster, resource, space, reference.Name)?.Read()["metadata"u8] ?? default;
        return meta["uid"u8].AsString() != reference.Uid ? OwnerState.Dangling
            : !meta["deletionTimestamp"u8].IsAbsent && OwnedObject.Has(meta, Deletion.Foreground)
                && observed.Find(reference.Uid) is { DeletesDependents: true } ? OwnerState.Waiting
            : OwnerState.Solid;
    }

    private static StoredObject? Find(Cluster cluster, ApiResource resource, string space, string name) =>
        cluster.Store.Find(resource.StoredAs, StoredObject.KeyOf(resource.IsNamespaced ? space : "", name));
}
