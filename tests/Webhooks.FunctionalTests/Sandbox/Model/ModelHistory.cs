using System.Threading.Channels;
using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Every change since the beginning, by its revision: what watchers must be told, and in which order.</summary>
internal sealed class ModelHistory
{
    private readonly Store _store;
    private readonly ChannelReader<ResourceChange> _changes;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<(string Plural, string Key), ModelObject> _now = [];
    private readonly long _first;

    public ModelHistory(Store store)
    {
        _store = store;
        _changes = store.Subscribe();
        _first = store.Revision + 1;
    }

    /// <summary>The revision of the latest change.</summary>
    public long Latest => _first + _entries.Count - 1;

    /// <summary>Takes in what has happened: each change has the next revision, and the counter is that of the last.</summary>
    public void Update()
    {
        while (_changes.TryRead(out ResourceChange change))
        {
            Assert.Equal(Latest + 1, change.Change.Revision);
            string plural = change.Resource.Resource;
            ModelObject after = ModelObject.Read(plural, change.Change.Object.Read());
            bool isDeletion = change.Change.Kind == ChangeKind.Deleted;
            _now.Remove((plural, after.Key), out ModelObject? before);
            Assert.Equal(change.Change.Kind == ChangeKind.Added, before == null);
            _entries.Add(new Entry(before, after, isDeletion));
            if (!isDeletion)
            {
                _now.Add((plural, after.Key), after);
            }
        }

        Assert.Equal(Latest, _store.Revision);
    }

    /// <summary>The next event that a watcher must be told after a revision, not beyond another; null for none.</summary>
    public (string Type, ModelObject Object)? Next(ModelScope scope, long after, long most)
    {
        for (long revision = Math.Max(after + 1, _first); revision <= most; revision++)
        {
            if (_entries[(int)(revision - _first)].For(scope) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    /// <summary>What there was at a revision.</summary>
    public SortedDictionary<string, ModelObject> At(ModelScope scope, long revision)
    {
        Dictionary<(string Plural, string Key), ModelObject?> then = [];
        for (long later = Latest; later > revision; later--)
        {
            Entry entry = _entries[(int)(later - _first)];
            then[(entry.After.Plural, entry.After.Key)] = entry.Before;
        }

        SortedDictionary<string, ModelObject> state = new(StringComparer.Ordinal);
        foreach (ModelObject item in _now.Where(item => !then.ContainsKey(item.Key)).Select(item => item.Value).Concat(then.Values.OfType<ModelObject>()).Where(scope.Has))
        {
            state.Add(item.Key, item);
        }

        return state;
    }

    /// <summary>An object as it is now; null for none.</summary>
    public ModelObject? Find(string plural, string key) => _now.GetValueOrDefault((plural, key));

    private sealed record Entry(ModelObject? Before, ModelObject After, bool IsDeletion)
    {
        public (string Type, ModelObject Object)? For(ModelScope scope)
        {
            bool did = scope.Has(Before);
            if (!IsDeletion && scope.Has(After))
            {
                return (did ? "MODIFIED" : "ADDED", After);
            }

            return did ? ("DELETED", IsDeletion ? After : Before!.At(After.Revision)) : null;
        }
    }
}
