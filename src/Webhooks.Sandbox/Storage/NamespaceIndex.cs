using System.Collections.Concurrent;
using System.Collections.Immutable;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <summary>The objects of a resource by namespace, as the store has them: for what each write in a namespace asks for.</summary>
/// <remarks>Thread safe. Looking is without a lock and without allocation; a change costs as much as its namespace has objects.</remarks>
internal sealed class NamespaceIndex(GroupResource resource)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<StoredObject>> _byNamespace = new(StringComparer.Ordinal);

    /// <summary>Whose objects these are.</summary>
    public GroupResource Resource { get; } = resource;

    /// <summary>The objects of a namespace, in the order of their names.</summary>
    public ImmutableArray<StoredObject> In(string space) => _byNamespace.TryGetValue(space, out ImmutableArray<StoredObject> objects) ? objects : [];

    /// <summary>Every object, in no order.</summary>
    public IEnumerable<StoredObject> All() => _byNamespace.Values.SelectMany(objects => objects);

    /// <summary>Takes a change in; the store alone calls it, under its lock.</summary>
    internal void Take(Change change)
    {
        StoredObject changed = change.Object;
        ImmutableArray<StoredObject> before = In(changed.Namespace);
        IEnumerable<StoredObject> others = before.Where(item => item.Key != changed.Key);
        ImmutableArray<StoredObject> after = change.Kind == ChangeKind.Deleted
            ? [.. others]
            : [.. others.Append(changed).OrderBy(item => item.Key, StringComparer.Ordinal)];
        if (after.IsEmpty)
        {
            _byNamespace.TryRemove(changed.Namespace, out _);
        }
        else
        {
            _byNamespace[changed.Namespace] = after;
        }
    }
}
