using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <content>Writes that are done together or not at all, and what is kept by namespace.</content>
internal sealed partial class Store
{
    private readonly List<NamespaceIndex> _indexes = [];

    /// <summary>The objects of a resource by namespace, kept up with every write from now on; asked for again it is the same.</summary>
    public NamespaceIndex Index(GroupResource resource)
    {
        lock (_lock)
        {
            NamespaceIndex? index = _indexes.Find(known => known.Resource == resource);
            if (index == null)
            {
                _indexes.Add(index = new NamespaceIndex(resource));
                foreach (StoredObject item in Of(resource).Objects.Range(""))
                {
                    index.Take(new Change(ChangeKind.Added, item, null));
                }
            }

            return index;
        }
    }

    /// <summary>Stores a new object behind replacements of others, if all those, and what it stands on, are still the newest.</summary>
    /// <returns>The object as stored; <c>null</c>, and nothing is written, when its key is taken or somebody else was faster.</returns>
    public StoredObject? TryCreate(GroupResource resource, StoredObject made, IReadOnlyList<Replacement> first, params ReadOnlySpan<Sighting> ground)
    {
        lock (_lock)
        {
            return Stands(ground) && Of(resource).Objects.Find(made.Key) == null && TryReplace(first) ? TryCreate(resource, made) : null;
        }
    }

    /// <summary>Stores an object in the place of one behind replacements of others, if all are still the newest.</summary>
    /// <returns>The object as stored; <c>null</c>, and nothing is written, when somebody else was faster.</returns>
    public StoredObject? TryReplace(GroupResource resource, StoredObject expected, StoredObject made, IReadOnlyList<Replacement> first)
    {
        lock (_lock)
        {
            return IsNewest(resource, expected) && TryReplace(first) ? TryReplace(resource, expected, made) : null;
        }
    }

    private bool TryReplace(IReadOnlyList<Replacement> all)
    {
        foreach (Replacement one in all)
        {
            if (!IsNewest(one.Resource, one.Expected))
            {
                return false;
            }
        }

        foreach (Replacement one in all)
        {
            Commit(one.Resource, ChangeKind.Modified, one.Made, one.Expected);
        }

        return true;
    }

    private bool IsNewest(GroupResource resource, StoredObject expected) => ReferenceEquals(Of(resource).Objects.Find(expected.Key), expected);
}
