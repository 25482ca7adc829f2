using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Controllers.Garbage;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers;

/// <summary>Deletes the objects of definitions that are being deleted, and lets these go when there are none left. Keys are their names.</summary>
/// <remarks>As <c>apiextensions-apiserver/pkg/controller/finalizer</c>.</remarks>
internal sealed class DefinitionCleanup(Cluster cluster, ObjectWrites writes) : Controller(cluster.Time)
{
    // Whose objects are waited for, and for which definition.
    private readonly Dictionary<GroupResource, string> _terminating = [];

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        if (change.Resource == Definitions.Resource)
        {
            Queue.Add(change.Change.Object.Name);
        }
        else if (_terminating.Count > 0 && _terminating.TryGetValue(change.Resource, out string? definition))
        {
            Queue.Add(definition);
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        ApiResource resource = cluster.Get(Definitions.Resource);
        if (cluster.Store.Find(Definitions.Resource, key) is not { } stored)
        {
            return true;
        }

        JsonValue definition = stored.Read(resource.Gvk);
        GroupResource defined = new(definition["spec"u8]["group"u8].AsString() ?? "", definition["spec"u8]["names"u8]["plural"u8].AsString() ?? "");
        JsonValue meta = definition["metadata"u8];
        if (meta["deletionTimestamp"u8].IsAbsent || !OwnedObject.Has(meta, Deletion.DefinitionCleanup))
        {
            _terminating.Remove(defined);
            return true;
        }

        _terminating[defined] = key;
        if (cluster.Kinds.FindAny(defined) is { } kind && cluster.Store.List(defined, "").Objects is { Count: > 0 } objects)
        {
            await SetTerminating(resource, stored, definition, true, "InstanceDeletionInProgress", "CustomResource deletion is in progress");
            foreach (StoredObject instance in objects.Where(instance => instance.Read()["metadata"u8]["deletionTimestamp"u8].IsAbsent))
            {
                await writes.Delete(kind, instance);
            }

            return true;
        }

        if (meta["finalizers"u8].Count > 1 && await SetTerminating(resource, stored, definition, false, "InstanceDeletionCompleted", "removed all instances"))
        {
            // The change brings the definition here again, for its finalizer.
            return true;
        }

        await writes.Patch(resource, stored, OwnerPatches.WithoutFinalizer(stored, Deletion.DefinitionCleanup));
        _terminating.Remove(defined);
        return true;
    }

    /// <summary>Says how far it has come.</summary>
    /// <returns>Whether that was not said yet.</returns>
    private async Task<bool> SetTerminating(ApiResource resource, StoredObject stored, JsonValue definition, bool isTerminating, string reason, string message)
    {
        JsonDraft draft = new(definition);
        if (!Conditions.Set(draft, "Terminating", isTerminating, reason, message, cluster.Time.GetUtcNow()))
        {
            return false;
        }

        await writes.PatchConditions(resource, stored, draft);
        return true;
    }
}
