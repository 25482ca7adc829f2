using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>What a cache makes of what a reflector says: which object is newer, which is gone, and what is to be told of it.</summary>
/// <remarks>One writer at a time; <see cref="Snapshot"/> may be read by anybody at any time.</remarks>
internal sealed class ObjectStore<T>
    where T : class, IKubernetesObject
{
    private volatile StoreSnapshot<T> _snapshot = StoreSnapshot<T>.Empty;

    public StoreSnapshot<T> Snapshot => _snapshot;

    /// <summary>The newest version that was seen of a list or an object.</summary>
    public string ResourceVersion { get; private set; } = "";

    /// <returns>False when there is an index of that name with another function.</returns>
    public bool TryAddIndex(Indexer<T> indexer)
    {
        if (_snapshot.TryIndex(indexer.Name) is { } index)
        {
            return index.Indexer.Values.Equals(indexer.Values);
        }

        _snapshot = _snapshot.WithIndex(indexer);
        return true;
    }

    /// <summary>An object is there. One that is older than what is known is left out: it was true, and is no more.</summary>
    public void Set(T item, List<Notification<T>> changes)
    {
        T? old = Find(item);
        if (old == null || !IsBefore(item, old))
        {
            _snapshot = Put(_snapshot, old, item, changes);
            Reach(item.Metadata.ResourceVersion);
        }
    }

    /// <summary>An object is gone, unless what is known is newer.</summary>
    public void Remove(T item, List<Notification<T>> changes)
    {
        T? old = Find(item);
        if (old != null && IsBefore(item, old))
        {
            return;
        }

        if (old != null)
        {
            _snapshot = _snapshot.Without(old);
            changes.Add(IsSame(old, item) ? new(NotificationKind.Deleted, Item: item) : new(NotificationKind.DeletedUnseen, Item: old));
        }

        Reach(item.Metadata.ResourceVersion);
    }

    /// <summary>All that there is. A list is believed even if it is older than what is known: then the server was set back.</summary>
    /// <returns>Whether it was.</returns>
    public bool Replace(IReadOnlyList<T> items, IReadOnlyList<ObjectKey> undecodable, string resourceVersion, List<Notification<T>> changes)
    {
        // In the order of the list; of what is in it twice, the newer one.
        Dictionary<ObjectKey, T> listed = new(items.Count);
        foreach (T item in items)
        {
            ObjectKey key = ObjectKeys<T>.KeyOf(item);
            if (!listed.TryGetValue(key, out T? other) || !IsBefore(item, other))
            {
                listed[key] = item;
            }
        }

        StoreSnapshot<T> before = _snapshot;
        StoreSnapshot<T> after = before;
        HashSet<ObjectKey> unknown = [.. undecodable];
        foreach (T old in before.Items)
        {
            ObjectKey key = ObjectKeys<T>.KeyOf(old);
            if (!listed.ContainsKey(key) && !unknown.Contains(key))
            {
                after = after.Without(old);
                changes.Add(new(NotificationKind.DeletedUnseen, Item: old));
            }
        }

        bool setBack = ResourceVersions.IsBefore(resourceVersion, ResourceVersion);
        foreach ((ObjectKey key, T item) in listed)
        {
            T? old = before.Items.Find(key);
            setBack |= old != null && IsBefore(item, old);
            after = Put(after, old, item, changes);
        }

        _snapshot = after;
        ResourceVersion = resourceVersion;
        return setBack;
    }

    private static StoreSnapshot<T> Put(StoreSnapshot<T> snapshot, T? old, T item, List<Notification<T>> changes)
    {
        if (old == null)
        {
            changes.Add(new(NotificationKind.Added, Item: item));
        }
        else if (!IsSame(old, item))
        {
            changes.Add(new(NotificationKind.DeletedUnseen, Item: old));
            changes.Add(new(NotificationKind.Added, Item: item));
        }
        else if (old.Metadata.ResourceVersion == item.Metadata.ResourceVersion && item.Metadata.ResourceVersion.Length > 0)
        {
            // The one that is known has grown old in its place, and is not made garbage.
            changes.Add(new(NotificationKind.Unchanged, old, old));
            return snapshot;
        }
        else
        {
            changes.Add(new(NotificationKind.Updated, old, item));
        }

        return snapshot.With(old, item);
    }

    // Objects of one name that are not the same have other uids.
    private static bool IsSame(T one, T other) =>
        one.Metadata.Uid == other.Metadata.Uid || one.Metadata.Uid.Length == 0 || other.Metadata.Uid.Length == 0;

    private static bool IsBefore(T one, T other) => ResourceVersions.IsBefore(one.Metadata.ResourceVersion, other.Metadata.ResourceVersion);

    private T? Find(T item) => _snapshot.Items.Find(ObjectKeys<T>.KeyOf(item));

    private void Reach(string version) => ResourceVersion = ResourceVersions.IsBefore(version, ResourceVersion) ? ResourceVersion : version;
}
