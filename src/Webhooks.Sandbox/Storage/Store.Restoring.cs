using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <content>Going back to an earlier revision.</content>
internal sealed partial class Store
{
    private const int MostDropped = 64;

    private readonly Queue<Collection> _dropped = [];
    private long _restorable;

    /// <summary>How often the store went back.</summary>
    public long Restores { get; private set; }

    /// <summary>Makes everything as it was at a revision, as when etcd is restored from a backup: the counter goes back too.</summary>
    /// <param name="revision">Not beyond <see cref="Revision"/>.</param>
    /// <remarks>Every watch ends; earlier revisions are forgotten. Subscribers are told the difference.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">That revision has not come yet.</exception>
    /// <exception cref="InvalidOperationException">Some of how it was then is forgotten; nothing has changed.</exception>
    public void Restore(long revision)
    {
        lock (_lock)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(revision, _revision);
            Collection[] known = [.. _collections.Values, .. _dropped];
            if (revision < Math.Max(_restorable, _compacted) || known.Any(collection => collection.HasForgotten(revision)))
            {
                throw new InvalidOperationException($"how things were at revision {revision} is forgotten; keep more changes, and compact later");
            }

            Dictionary<GroupResource, Collection> then = [];
            foreach (IGrouping<GroupResource, Collection> same in known.GroupBy(collection => collection.Resource))
            {
                then[same.Key] = new Collection(same.Key, revision, keptChanges);
                foreach (StoredObject item in same.SelectMany(collection => collection.RangeAt("", revision)))
                {
                    then[same.Key].Objects.Set(item);
                }
            }

            Return(then, revision);
        }
    }

    private void Return(Dictionary<GroupResource, Collection> then, long revision)
    {
        Dictionary<GroupResource, Collection> before = new(_collections);
        _collections.Clear();
        _dropped.Clear();
        foreach ((GroupResource resource, Collection collection) in then)
        {
            _collections.Add(resource, collection);
        }

        _revision = _compacted = _restorable = revision;
        Restores++;
        foreach (GroupResource resource in then.Keys)
        {
            Tell(resource, before.GetValueOrDefault(resource)?.Objects ?? new ObjectIndex(), then[resource].Objects);
        }

        foreach (Collection collection in before.Values)
        {
            collection.Close();
        }

        Wake();
    }

    private void Tell(GroupResource resource, ObjectIndex before, ObjectIndex after)
    {
        foreach (StoredObject gone in before.Range("").Where(item => after.Find(item.Key) == null))
        {
            Publish(resource, new Change(ChangeKind.Deleted, gone, gone));
        }

        foreach (StoredObject item in after.Range(""))
        {
            StoredObject? previous = before.Find(item.Key);
            if (previous != item)
            {
                Publish(resource, new Change(previous == null ? ChangeKind.Added : ChangeKind.Modified, item, previous));
            }
        }
    }

    private void KeepForRestore(Collection dropped)
    {
        _dropped.Enqueue(dropped);
        if (_dropped.Count > MostDropped)
        {
            _restorable = Math.Max(_restorable, _dropped.Dequeue().Latest);
        }
    }
}
