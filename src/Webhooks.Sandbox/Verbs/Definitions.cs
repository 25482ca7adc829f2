using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Keeps what is served true to the CustomResourceDefinitions that are stored: accepts names, and serves what is established.</summary>
/// <remarks>
/// Thread safe. A definition is served when the request that made it is answered. Only definitions that have changed are
/// read, and of their group those that wait for a name.
/// </remarks>
internal sealed class Definitions(Cluster cluster)
{
    /// <summary>The resource of definitions.</summary>
    public static readonly GroupResource Resource = new("apiextensions.k8s.io", "customresourcedefinitions");

    private readonly Lock _lock = new();
    private readonly Dictionary<string, KnownDefinition> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TakenNames> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes in what has changed.</summary>
    public void Sync()
    {
        lock (_lock)
        {
            IReadOnlyList<StoredObject> stored = cluster.Store.List(Resource, "").Objects;
            SortedSet<string> due = new(stored.Where(IsNew).Select(definition => definition.Key), StringComparer.Ordinal);
            List<KnownDefinition> gone = Gone(stored);
            foreach (KnownDefinition definition in gone)
            {
                _known.Remove(definition.Stored.Key);
                Take(definition.Defined.Group, definition.Names, default, due);
            }

            List<KnownDefinition> changed = [];
            while (due.Min is { } next)
            {
                due.Remove(next);
                if (Look(next, due) is { } definition)
                {
                    changed.Add(definition);
                }
            }

            cluster.Kinds = KindTable.With(stored.Where(definition => _known.ContainsKey(definition.Key)).SelectMany(definition => _known[definition.Key].Served));
            foreach (KnownDefinition definition in changed)
            {
                // Who was told of its writes could not yet see what it serves.
                definition.Served.ToList().ForEach(resource => cluster.Store.Open(resource.StoredAs));
                cluster.Store.TellAgain(Resource, definition.Stored);
            }

            gone.ForEach(definition => cluster.Store.Drop(definition.Defined));
        }
    }

    private bool IsNew(StoredObject definition) => !_known.TryGetValue(definition.Key, out KnownDefinition? known) || known.Stored != definition;

    /// <summary>The definitions that were known and are not stored any more.</summary>
    private List<KnownDefinition> Gone(IReadOnlyList<StoredObject> stored)
    {
        if (stored.Count(definition => _known.ContainsKey(definition.Key)) == _known.Count)
        {
            return [];
        }

        HashSet<string> kept = [.. stored.Select(definition => definition.Key)];
        return [.. _known.Values.Where(definition => !kept.Contains(definition.Stored.Key))];
    }

    /// <summary>Looks at a definition; those that wait for names that it gives back are due then.</summary>
    private KnownDefinition? Look(string name, SortedSet<string> due)
    {
        if (Accept(name) is not { } accepted)
        {
            return null;
        }

        KnownDefinition next = KnownDefinition.Of(accepted);
        JsonValue before = _known.GetValueOrDefault(name)?.Names ?? default;
        _known[name] = next;
        Take(next.Defined.Group, before, next.Names, due);
        return next;
    }

    /// <summary>Notes which names a definition has now instead of others.</summary>
    private void Take(string group, JsonValue before, JsonValue now, SortedSet<string> due)
    {
        TakenNames taken = TakenIn(group);
        taken.Remove(before);
        taken.Add(now);
        if (!before.IsAbsent && (now.IsAbsent || !JsonEquality.AreEqual(before, now)))
        {
            due.UnionWith(_known.Values.Where(other => other.IsWaiting && other.Defined.Group == group).Select(other => other.Stored.Key));
        }
    }

    /// <summary>Writes the status that says that a definition's names are taken, where it does not yet.</summary>
    /// <returns>The definition as it is stored then; <c>null</c> when it is gone.</returns>
    private StoredObject? Accept(string name)
    {
        while (true)
        {
            if (cluster.Store.Find(Resource, name) is not { } definition)
            {
                return null;
            }

            JsonValue read = KnownDefinition.Read(definition);
            JsonDraft draft = new(read);
            if (!DefinitionNames.Accept(draft, TakenIn(KnownDefinition.GroupOf(read)), cluster.Time.GetUtcNow()))
            {
                return definition;
            }

            if (cluster.Store.TryReplace(Resource, definition, StoredObject.Of(draft)) is { } accepted)
            {
                return accepted;
            }
        }
    }

    private TakenNames TakenIn(string group)
    {
        if (!_taken.TryGetValue(group, out TakenNames? taken))
        {
            _taken[group] = taken = new TakenNames();
        }

        return taken;
    }
}
