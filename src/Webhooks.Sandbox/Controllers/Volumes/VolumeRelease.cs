using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Controllers.Garbage;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Volumes;

/// <summary>Lets PersistentVolumeClaims and PersistentVolumes go that are being deleted, once nothing uses them. Keys are <c>resource/namespace/name</c>.</summary>
/// <remarks>As <c>pkg/controller/volume/pvcprotection</c> and <c>pvprotection</c>.</remarks>
internal sealed class VolumeRelease(Cluster cluster, ObjectWrites writes) : Controller(cluster.Time)
{
    private static readonly GroupResource Claims = new("", "persistentvolumeclaims");
    private static readonly GroupResource Volumes = new("", "persistentvolumes");

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        StoredObject stored = change.Change.Object;
        if (change.Resource == Claims || change.Resource == Volumes)
        {
            Queue.Add($"{change.Resource.Resource}/{stored.Key}");
        }
        else if (change.Resource == BuiltIn.Pods && (change.Change.Kind == ChangeKind.Deleted || !IsRunning(stored.Read())))
        {
            foreach (string claim in ClaimsOf(stored.Read()))
            {
                Queue.Add($"{Claims.Resource}/{StoredObject.KeyOf(stored.Namespace, claim)}");
            }
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        ApiResource resource = cluster.Get(new GroupResource("", key[..slash]));
        if (cluster.Store.Find(resource.StoredAs, key[(slash + 1)..]) is not { } stored)
        {
            return true;
        }

        JsonValue value = stored.Read();
        string finalizer = VolumeProtection.FinalizerOf(resource)!;
        if (!value["metadata"u8]["deletionTimestamp"u8].IsAbsent && OwnedObject.Has(value["metadata"u8], finalizer) && !IsUsed(resource, stored, value))
        {
            await writes.Patch(resource, stored, OwnerPatches.WithoutFinalizer(stored, finalizer));
        }

        return true;
    }

    private bool IsUsed(ApiResource resource, StoredObject stored, JsonValue value) => resource.GroupResource == Volumes
        ? value["status"u8]["phase"u8].AsString() == "Bound"
        : cluster.Store.List(BuiltIn.Pods, stored.Namespace + "/").Objects
            .Select(pod => pod.Read())
            .Any(pod => IsRunning(pod) && ClaimsOf(pod).Contains(stored.Name));

    /// <summary>Whether a node has it, and it has not ended there.</summary>
    private static bool IsRunning(JsonValue pod) =>
        pod["spec"u8]["nodeName"u8].AsString() is { Length: > 0 } && pod["status"u8]["phase"u8].AsString() is not ("Succeeded" or "Failed");

    /// <summary>The names of the claims that a pod mounts: those it names, and those made for it.</summary>
    private static IEnumerable<string> ClaimsOf(JsonValue pod) => pod["spec"u8]["volumes"u8].Items()
        .Select(volume => volume["persistentVolumeClaim"u8]["claimName"u8].AsString()
            ?? (volume["ephemeral"u8].IsAbsent ? null : $"{pod["metadata"u8]["name"u8].AsString()}-{volume["name"u8].AsString()}"))
        .OfType<string>();
}
