using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <content>
/// What the watch cache of an API server shows: what is, unless it is held back. Watches, and reads that are content with
/// something older, are answered from it.
/// </content>
internal sealed partial class Store
{
    /// <summary>The revision that the watch cache of a resource has come to.</summary>
    public long CachedRevision(GroupResource resource)
    {
        lock (_lock)
        {
            return Of(resource).Held?.Revision ?? _revision;
        }
    }

    /// <summary>The object of that key in the watch cache, or <c>null</c>.</summary>
    public StoredObject? FindCached(GroupResource resource, string key)
    {
        lock (_lock)
        {
            Collection collection = Of(resource);
            return collection.Held is { } held ? held.Objects.FirstOrDefault(item => item.Key == key) : collection.Objects.Find(key);
        }
    }

    /// <summary>The objects under a prefix in the watch cache.</summary>
    public Snapshot ListCached(GroupResource resource, string prefix)
    {
        lock (_lock)
        {
            return Cached(Of(resource), prefix);
        }
    }

    /// <summary>The objects under a prefix in the watch cache, and what follows them.</summary>
    public (Snapshot Snapshot, ChangeCursor Cursor) ListAndWatch(GroupResource resource, string prefix)
    {
        lock (_lock)
        {
            Collection collection = Of(resource);
            Snapshot snapshot = Cached(collection, prefix);
            long place = collection.Held == null ? collection.Changes.Next : collection.Changes.PlaceAfter(snapshot.Revision);
            return (snapshot, new ChangeCursor(this, collection, prefix, place, snapshot.Revision));
        }
    }

    /// <summary>Holds the watch cache of a resource where it is now; one that is held stays where it is.</summary>
    public void HoldCache(GroupResource resource)
    {
        lock (_lock)
        {
            Collection collection = Of(resource);
            collection.Hold(collection.Held ?? new Snapshot(collection.Objects.Range(""), _revision));
        }
    }

    /// <summary>Lets the watch cache of a resource go on.</summary>
    public void ReleaseCache(GroupResource resource)
    {
        lock (_lock)
        {
            Of(resource).Hold(null);
            Wake();
        }
    }

    private Snapshot Cached(Collection collection, string prefix) => collection.Held is { } held
        ? new Snapshot([.. held.Objects.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal))], held.Revision)
        : new Snapshot(collection.Objects.Range(prefix), _revision);
}
