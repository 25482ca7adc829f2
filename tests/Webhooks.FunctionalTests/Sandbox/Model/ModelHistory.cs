using System.Threading.Channels;
using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Every change since the beginning, by its revision: what watchers must be told, and in which order.</summary>
/// <remarks>Thread safe. What a watcher has been told of is in it: the store publishes a change before it shows it.</remarks>
/// <param name="store">The store; what it holds already is none of the kinds that are looked at.</param>
/// <param name="keptChanges">How many changes of each resource it keeps.</param>
internal sealed class ModelHistory(Store store, int keptChanges)
{
    private readonly Lock _lock = new();
    private readonly ChannelReader<ResourceChange> _changes = store.Subscribe();
    private readonly List<ModelChange> _entries = [];
    private readonly Dictionary<(string Plural, string Key), ModelObject> _now = [];
    private readonly long _first = store.Revision + 1;
    private long _compacted;

    /// <summary>The revision of the latest change; all that was written before the call is in it.</summary>
    public long Latest
    {
        get
        {
            lock (_lock)
            {
                return Update();
            }
        }
    }

    /// <summary>Every change, in order.</summary>
    public IReadOnlyList<ModelChange> Changes
    {
        get
        {
            lock (_lock)
            {
                Update();
                return [.. _entries];
            }
        }
    }

    /// <summary>The change of a revision.</summary>
    public ModelChange this[long revision]
    {
        get
        {
            lock (_lock)
            {
                Assert.InRange(revision, _first, Update());
                return _entries[(int)(revision - _first)];
            }
        }
    }

    /// <summary>The next event that a watcher must be told after a revision, not beyond another; null for none.</summary>
    public ModelEvent? Next(ModelScope scope, long after, long most)
    {
        lock (_lock)
        {
            most = Math.Min(most, Update());
            for (long revision = Math.Max(after + 1, _first); revision <= most; revision++)
            {
                if (_entries[(int)(revision - _first)].For(scope) is { } told)
                {
                    return told;
                }
            }

            return null;
        }
    }

    /// <summary>What there was at a revision.</summary>
    public SortedDictionary<string, ModelObject> At(ModelScope scope, long revision)
    {
        lock (_lock)
        {
            Dictionary<(string Plural, string Key), ModelObject?> then = [];
            for (long later = Update(); later > revision && later >= _first; later--)
            {
                ModelChange change = _entries[(int)(later - _first)];
                then[(change.After.Plural, change.After.Key)] = change.Before;
            }

            SortedDictionary<string, ModelObject> state = new(StringComparer.Ordinal);
            foreach (ModelObject item in _now.Where(item => !then.ContainsKey(item.Key)).Select(item => item.Value).Concat(then.Values.OfType<ModelObject>()).Where(scope.Has))
            {
                state.Add(item.Key, item);
            }

            return state;
        }
    }

    /// <summary>An object as it is now; null for none.</summary>
    public ModelObject? Find(string plural, string key)
    {
        lock (_lock)
        {
            Update();
            return _now.GetValueOrDefault((plural, key));
        }
    }

    /// <summary>Makes the store forget how things were before now.</summary>
    public void Compact(Action compact)
    {
        lock (_lock)
        {
            compact();
            _compacted = store.Revision;
        }
    }

    /// <summary>Whether the store may have forgotten what a resource was at a revision, or for a watch what came after it.</summary>
    public bool MayHaveForgotten(string plural, long revision, bool isWatch)
    {
        lock (_lock)
        {
            long latest = Update();
            int later = 0;
            for (long other = latest; other > revision && other >= _first; other--)
            {
                later += _entries[(int)(other - _first)].After.Plural == plural ? 1 : 0;
            }

            return later > keptChanges || (!isWatch && revision < _compacted);
        }
    }

    /// <summary>Takes in what has happened: each change has the next revision, and fits what was there.</summary>
    private long Update()
    {
        long least = store.Revision;
        while (_changes.TryRead(out ResourceChange change))
        {
            Assert.Equal(_first + _entries.Count, change.Change.Revision);
            string plural = change.Resource.Resource;
            ModelObject after = ModelObject.Read(plural, change.Change.Object.Read());
            bool isDeletion = change.Change.Kind == ChangeKind.Deleted;
            _now.Remove((plural, after.Key), out ModelObject? before);
            Assert.Equal(change.Change.Kind == ChangeKind.Added, before == null);
            _entries.Add(new ModelChange(before, after, isDeletion));
            if (!isDeletion)
            {
                _now.Add((plural, after.Key), after);
            }
        }

        long latest = _first + _entries.Count - 1;
        Assert.True(latest >= least, $"the store is at {least}, and has told of {latest}");
        return latest;
    }
}
