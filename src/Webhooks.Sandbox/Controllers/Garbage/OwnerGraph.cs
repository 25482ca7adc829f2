using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Controllers.Garbage;

/// <summary>Who owns whom: objects that have owners or are being deleted, by place, by uid and by owner.</summary>
/// <remarks>Not thread safe.</remarks>
internal sealed class OwnerGraph
{
    private readonly Dictionary<(GroupResource, string), OwnedObject> _byPlace = [];
    private readonly Dictionary<string, OwnedObject> _byUid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _dependents = new(StringComparer.Ordinal);

    /// <summary>Whether nothing has an owner.</summary>
    public bool HasNoDependents => _dependents.Count == 0;

    /// <summary>The object of that uid; <c>null</c> where it is not known here.</summary>
    public OwnedObject? Find(string uid) => _byUid.GetValueOrDefault(uid);

    /// <summary>What has a reference to that owner.</summary>
    public IReadOnlyList<OwnedObject> DependentsOf(string owner) =>
        _dependents.TryGetValue(owner, out HashSet<string>? uids) ? [.. uids.Select(uid => _byUid[uid])] : [];

    /// <summary>Puts what is known of an object in the place of what was.</summary>
    /// <param name="resource">Under which resource it is kept.</param>
    /// <param name="key">Its key.</param>
    /// <param name="now">What is known of it; <c>null</c> for nothing.</param>
    /// <returns>What was known of it.</returns>
    public OwnedObject? Set(GroupResource resource, string key, OwnedObject? now)
    {
        if (_byPlace.Remove((resource, key), out OwnedObject? before))
        {
            _byUid.Remove(before.Uid);
            foreach (OwnerReference owner in before.Owners)
            {
                Disown(owner.Uid, before.Uid);
            }
        }

        if (now != null)
        {
            _byPlace[(resource, key)] = now;
            _byUid[now.Uid] = now;
            foreach (OwnerReference owner in now.Owners)
            {
                if (!_dependents.TryGetValue(owner.Uid, out HashSet<string>? uids))
                {
                    _dependents[owner.Uid] = uids = new(StringComparer.Ordinal);
                }

                uids.Add(now.Uid);
            }
        }

        return before;
    }

    private void Disown(string owner, string dependent)
    {
        if (_dependents.TryGetValue(owner, out HashSet<string>? uids) && uids.Remove(dependent) && uids.Count == 0)
        {
            _dependents.Remove(owner);
        }
    }
}
