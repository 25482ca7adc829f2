using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <summary>
/// Everything that a server knows, in memory, behind one revision counter as in etcd: each write is one revision,
/// writes are compare-and-swap, lists can be had as of an earlier revision, watches are told each change once and in order.
/// </summary>
/// <remarks>Thread safe. A write costs the same whatever the number of objects.</remarks>
/// <param name="keptChanges">How many changes of each resource are kept for watches and earlier revisions.</param>
internal sealed partial class Store(int keptChanges = Store.DefaultKeptChanges)
{
    /// <summary>The usual number of changes that are kept of each resource.</summary>
    public const int DefaultKeptChanges = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<GroupResource, Collection> _collections = [];
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _revision = 1;
    private long _compacted;

    /// <summary>The revision of the latest write.</summary>
    public long Revision
    {
        get
        {
            lock (_lock)
            {
                return _revision;
            }
        }
    }

    /// <summary>The object of that key, or <c>null</c>.</summary>
    public StoredObject? Find(GroupResource resource, string key)
    {
        lock (_lock)
        {
            return Of(resource).Objects.Find(key);
        }
    }

    /// <summary>How many objects of a resource there are.</summary>
    public int CountOf(GroupResource resource)
    {
        lock (_lock)
        {
            return Of(resource).Objects.Count;
        }
    }

    /// <summary>The objects under a prefix as they are now.</summary>
    public Snapshot List(GroupResource resource, string prefix)
    {
        lock (_lock)
        {
            return new Snapshot(Of(resource).Objects.Range(prefix), _revision);
        }
    }

    /// <summary>The objects under a prefix as they were at a revision, or <c>null</c> where that is forgotten.</summary>
    /// <param name="resource">Whose objects.</param>
    /// <param name="prefix">Such as <c>default/</c>; empty for all.</param>
    /// <param name="revision">Not beyond <see cref="Revision"/>.</param>
    public Snapshot? ListAt(GroupResource resource, string prefix, long revision)
    {
        lock (_lock)
        {
            Collection collection = Of(resource);
            return revision < _compacted || collection.HasForgotten(revision)
                ? null
                : new Snapshot(collection.RangeAt(prefix, revision), revision);
        }
    }

    /// <summary>Stores a new object.</summary>
    /// <param name="resource">Whose object.</param>
    /// <param name="made">The object.</param>
    /// <param name="ground">What it depends on; each must still be the newest.</param>
    /// <returns>The object as stored; <c>null</c> when its key is taken or its ground has changed.</returns>
    public StoredObject? TryCreate(GroupResource resource, StoredObject made, params ReadOnlySpan<Sighting> ground)
    {
        lock (_lock)
        {
            return Stands(ground) && Of(resource).Objects.Find(made.Key) == null ? Commit(resource, ChangeKind.Added, made, null) : null;
        }
    }

    /// <summary>Stores an object in the place of one, if that is still the newest.</summary>
    /// <returns>The object as stored; <c>null</c> when somebody else was faster.</returns>
    public StoredObject? TryReplace(GroupResource resource, StoredObject expected, StoredObject made)
    {
        lock (_lock)
        {
            return ReferenceEquals(Of(resource).Objects.Find(expected.Key), expected)
                ? Commit(resource, ChangeKind.Modified, made, expected)
                : null;
        }
    }

    /// <summary>Takes an object out, if it is still the newest.</summary>
    /// <returns>The object with the revision of its deletion; <c>null</c> when somebody else was faster.</returns>
    public StoredObject? TryDelete(GroupResource resource, StoredObject expected)
    {
        lock (_lock)
        {
            return ReferenceEquals(Of(resource).Objects.Find(expected.Key), expected)
                ? Commit(resource, ChangeKind.Deleted, expected, expected)
                : null;
        }
    }

    /// <summary>Follows the changes under a prefix after a revision; <c>null</c> where some of them are forgotten.</summary>
    public ChangeCursor? Watch(GroupResource resource, string prefix, long after)
    {
        lock (_lock)
        {
            Collection collection = Of(resource);
            return after < collection.Since ? null : new ChangeCursor(this, collection, prefix, collection.Changes.PlaceAfter(after), after);
        }
    }

    /// <summary>The revision of the latest change of a resource.</summary>
    public long RevisionOf(GroupResource resource)
    {
        lock (_lock)
        {
            return Of(resource).Latest;
        }
    }

    /// <summary>The earliest revision from which a watch can follow.</summary>
    public long WatchableSince(GroupResource resource)
    {
        lock (_lock)
        {
            return Of(resource).Since;
        }
    }

    /// <summary>Forgets how things were before now, as etcd's compaction does. Watches go on.</summary>
    public void Compact()
    {
        lock (_lock)
        {
            _compacted = _revision;
            _dropped.Clear();
        }
    }

    /// <summary>Begins to keep the changes of a resource; else that begins when it is first asked for.</summary>
    public void Open(GroupResource resource)
    {
        lock (_lock)
        {
            Of(resource);
        }
    }

    /// <summary>Closes a resource's collection: its watches end, and what comes under that name later is another one.</summary>
    public void Drop(GroupResource resource)
    {
        lock (_lock)
        {
            if (_collections.Remove(resource, out Collection? collection))
            {
                collection.Close();
                KeepForRestore(collection);
            }
        }
    }

    /// <summary>Ends with the next write, and when something else has happened that who waits for a revision must see.</summary>
    public Task NextWrite()
    {
        lock (_lock)
        {
            return _written.Task;
        }
    }

    /// <summary>Reads under the store's lock.</summary>
    internal void Locked<T>(T reader, Action<T> read)
    {
        lock (_lock)
        {
            read(reader);
        }
    }

    private bool Stands(ReadOnlySpan<Sighting> ground)
    {
        foreach (Sighting seen in ground)
        {
            if (!IsNewest(seen.Resource, seen.Object))
            {
                return false;
            }
        }

        return true;
    }

    private StoredObject Commit(GroupResource resource, ChangeKind kind, StoredObject made, StoredObject? previous)
    {
        StoredObject stored = made.At(++_revision);
        Change change = new(kind, stored, previous);
        Of(resource).Apply(change);
        Wake();
        Publish(resource, change);
        return stored;
    }

    private void Wake()
    {
        TaskCompletionSource written = _written;
        _written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        written.SetResult();
    }

    private Collection Of(GroupResource resource)
    {
        if (!_collections.TryGetValue(resource, out Collection? collection))
        {
            _collections[resource] = collection = new Collection(resource, _revision, keptChanges);
        }

        return collection;
    }
}
