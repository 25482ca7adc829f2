using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Workloads;

/// <summary>
/// A controller of objects that control others by a selector: it looks at one of them when it or what it controls has
/// changed, and lets it adopt before anything else. Keys are those of the owners.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="writes">Its writes.</param>
/// <param name="owners">Which objects control others.</param>
/// <param name="owned">Which objects they control.</param>
internal abstract class OwnerController(Cluster cluster, ObjectWrites writes, GroupResource owners, GroupResource owned) : Controller(cluster.Time)
{
    /// <summary>The cluster.</summary>
    protected Cluster Cluster { get; } = cluster;

    /// <summary>The writes.</summary>
    protected ObjectWrites Writes { get; } = writes;

    /// <summary>The resource of the owners.</summary>
    protected ApiResource Resource { get; } = cluster.Get(owners);

    /// <summary>The resource of what they control.</summary>
    protected ApiResource Owned { get; } = cluster.Get(owned);

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        StoredObject changed = change.Change.Object;
        if (change.Resource == Resource.StoredAs)
        {
            Queue.Add(changed.Key);
        }
        else if (change.Resource != Owned.StoredAs)
        {
            return;
        }
        else if (Owning.ControllerOf(changed, Resource.Kind) is { } key)
        {
            Queue.Add(key);
        }
        else if (Owning.IsOrphan(changed))
        {
            foreach (StoredObject candidate in Cluster.Store.List(Resource.StoredAs, changed.Namespace + "/").Objects)
            {
                Queue.Add(candidate.Key);
            }
        }
    }

    /// <inheritdoc />
    protected sealed override async Task<bool> Sync(string key)
    {
        if (Cluster.Store.Find(Resource.StoredAs, key) is not { } stored)
        {
            return true;
        }

        JsonValue owner = stored.Read(Resource.Gvk);
        return !owner["metadata"u8]["deletionTimestamp"u8].IsAbsent
            || await Owning.Adopt(Cluster, Writes, Owned.StoredAs, Resource, owner)
            || await Sync(stored, owner);
    }

    /// <summary>Brings an owner in order that is not being deleted and has nothing to adopt.</summary>
    /// <returns>False when that cannot be done yet, for a reason that no change will tell of.</returns>
    protected abstract Task<bool> Sync(StoredObject stored, JsonValue owner);

    /// <summary>The objects that an owner controls, in the order in which they were made.</summary>
    protected IEnumerable<(StoredObject Stored, JsonValue Value)> ControlledBy(StoredObject stored, JsonValue owner) =>
        Owning.ControlledBy(Cluster, Owned.StoredAs, stored.Namespace, owner["metadata"u8]["uid"u8].GetString());

    /// <summary>Writes an owner's status.</summary>
    protected Task WriteStatus(StoredObject stored, JsonValue owner, JsonValue status)
    {
        JsonDraft next = new(owner);
        next.SetValue("status", status);
        return Writes.Update(Resource, stored, next, "status");
    }
}
