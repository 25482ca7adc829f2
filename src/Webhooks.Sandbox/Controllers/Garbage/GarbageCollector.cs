using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Garbage;

/// <summary>Deletes what has lost its owners, and sees to what is deleted in the foreground or leaves orphans. Keys are uids.</summary>
/// <remarks>As <c>pkg/controller/garbagecollector</c>: events are left alone; a dependent goes with its last owner.</remarks>
internal sealed class GarbageCollector(Cluster cluster, ObjectWrites writes) : Controller(cluster.Time)
{
    private readonly OwnerGraph _graph = new();

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        if (change.Resource == BuiltIn.Events)
        {
            return;
        }

        StoredObject stored = change.Change.Object;
        bool isGone = change.Change.Kind == ChangeKind.Deleted;
        OwnedObject? now = isGone ? null : OwnedObject.Read(change.Resource, stored);
        OwnedObject? before = _graph.Set(change.Resource, stored.Key, now);
        if (isGone && !_graph.HasNoDependents)
        {
            AddAll(_graph.DependentsOf(stored.Read()["metadata"u8]["uid"u8].AsString() ?? ""));
        }

        if (now != null && before?.Shows(now) != true)
        {
            Queue.Add(now.Uid);
        }

        // Owners may have waited for that.
        foreach (OwnerReference owner in before?.Owners ?? [])
        {
            if (_graph.Find(owner.Uid) is { DeletesDependents: true } && now?.Shows(before!) != true)
            {
                Queue.Add(owner.Uid);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        if (_graph.Find(key) is not { } known
            || cluster.Kinds.FindAny(known.Resource) is not { } resource
            || cluster.Store.Find(known.Resource, known.Key) is not { } stored
            || OwnedObject.Read(known.Resource, stored) is not { } now
            || !known.Shows(now))
        {
            // What it is now is not observed yet, nor may be what was written before, such as a dependent: that brings it here again.
            return true;
        }

        if (now.OrphansDependents)
        {
            await Orphan(resource, stored, now);
            return true;
        }

        if (now.DeletesDependents)
        {
            await DeleteDependents(resource, stored, now);
            return true;
        }

        return now.IsBeingDeleted || await Collect(resource, stored, now);
    }

    private async Task Orphan(ApiResource resource, StoredObject owner, OwnedObject now)
    {
        foreach (OwnedObject dependent in _graph.DependentsOf(now.Uid))
        {
            if (cluster.Kinds.FindAny(dependent.Resource) is { } kind && cluster.Store.Find(dependent.Resource, dependent.Key) is { } stored)
            {
                await writes.Patch(kind, stored, OwnerPatches.Without(stored, [now.Uid]));
            }
        }

        await writes.Patch(resource, owner, OwnerPatches.WithoutFinalizer(owner, Deletion.Orphan));
    }

    private async Task DeleteDependents(ApiResource resource, StoredObject owner, OwnedObject now)
    {
        IReadOnlyList<OwnedObject> dependents = _graph.DependentsOf(now.Uid);
        AddAll(dependents.Where(dependent => !dependent.IsBeingDeleted));
        if (!dependents.Any(dependent => dependent.Owners.Any(reference => reference.Uid == now.Uid && reference.IsBlocking)))
        {
            await writes.Patch(resource, owner, OwnerPatches.WithoutFinalizer(owner, Deletion.Foreground));
        }
    }

    /// <summary>Deletes an object that has no owner left; where one is left, the references to the others go.</summary>
    private async Task<bool> Collect(ApiResource resource, StoredObject stored, OwnedObject now)
    {
        ILookup<OwnerState, OwnerReference> owners = now.Owners.ToLookup(owner => Owners.StateOf(cluster, _graph, stored.Namespace, owner));
        if (owners.Contains(OwnerState.Misplaced))
        {
            return true;
        }

        if (owners.Contains(OwnerState.Unknown))
        {
            return false;
        }

        OwnerReference[] lost = [.. owners[OwnerState.Dangling], .. owners[OwnerState.Waiting]];
        if (lost.Length == 0)
        {
            return true;
        }

        if (owners.Contains(OwnerState.Solid))
        {
            await writes.Patch(resource, stored, OwnerPatches.Without(stored, [.. lost.Select(owner => owner.Uid)]));
            return true;
        }

        IReadOnlyList<OwnedObject> dependents = _graph.DependentsOf(now.Uid);
        if (owners.Contains(OwnerState.Waiting) && dependents.Count > 0)
        {
            if (dependents.Any(dependent => dependent.DeletesDependents) && now.Owners.Any(owner => owner.IsBlocking))
            {
                // There may be a circle, of which nobody must wait for this one. The change brings it here again.
                await writes.Patch(resource, stored, OwnerPatches.Unblocked(stored));
                return true;
            }

            await writes.Delete(resource, stored, "Foreground");
            return true;
        }

        JsonValue meta = stored.Read()["metadata"u8];
        await writes.Delete(resource, stored, OwnedObject.Has(meta, Deletion.Orphan) ? "Orphan" : OwnedObject.Has(meta, Deletion.Foreground) ? "Foreground" : "Background");
        return true;
    }

    private void AddAll(IEnumerable<OwnedObject> objects)
    {
        foreach (OwnedObject owned in objects)
        {
            Queue.Add(owned.Uid);
        }
    }
}
