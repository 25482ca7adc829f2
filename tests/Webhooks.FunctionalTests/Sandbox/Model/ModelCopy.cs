using Webhooks.Resources.Json;
using Xunit;
using Xunit.Sdk;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>The copy that a client keeps of what it looks at, as informers do. Each event is held against what had to come.</summary>
internal sealed class ModelCopy(ModelHistory history, ModelScope scope, ModelTally tally)
{
    // What came first on a watch that begins with all there was, while it is not known at which revision that was.
    private readonly List<ModelEvent> _first = [];
    private SortedDictionary<string, ModelObject> _items = new(StringComparer.Ordinal);
    private bool _isFresh;
    private long _least;
    private long _most;

    // Up to where it is known that there is nothing to be told: what need not be looked through again.
    private long _told;

    /// <summary>The revision up to which it knows everything.</summary>
    public long Revision { get; private set; }

    /// <summary>Whether it does not know yet what there was when its watch began: nobody can go on from here.</summary>
    public bool IsBeginning { get; private set; }

    /// <summary>Takes a list.</summary>
    public void Set(SortedDictionary<string, ModelObject> items, long revision) => (_items, Revision, _told, IsBeginning) = (items, revision, revision, false);

    /// <summary>A watch begins, which goes on from the revision.</summary>
    public void Continue() => _isFresh = true;

    /// <summary>A watch begins, which tells first what there is.</summary>
    /// <param name="isNow">Whether that is what there is at this moment; else it may be what there is when the server comes to it.</param>
    public void Begin(bool isNow)
    {
        _first.Clear();
        (_least, _isFresh, IsBeginning) = (history.Latest, true, true);
        _most = isNow ? _least : long.MaxValue;
    }

    /// <summary>Takes an event in.</summary>
    /// <returns>Whether the watch goes on.</returns>
    public bool Take(string line)
    {
        JsonValue told = JsonTree.Parse(line, JsonPolicy.Server).Root;
        string type = told["type"u8].GetString();
        JsonValue item = told["object"u8];
        switch (type)
        {
            case "ERROR":
                Assert.Equal("410", item["code"u8].ToString());
                Assert.True(history.MayHaveForgotten(scope.Plural, IsBeginning ? _least : Revision, isWatch: true), $"410, and nothing after {Revision} can be forgotten");
                tally.Add(_isFresh ? ModelFact.WatchExpiredAtStart : ModelFact.WatchExpiredMidway);
                return false;
            case "BOOKMARK":
                TakeBookmark(ModelObject.RevisionOf(item), !item["metadata"u8]["annotations"u8]["k8s.io/initial-events-end"u8].IsAbsent);
                break;
            default:
                TakeEvent(new ModelEvent(type, ModelObject.Read(scope.Plural, item)));
                break;
        }

        _isFresh = false;
        return true;
    }

    /// <summary>Whether there are events up to a revision that it has not been told.</summary>
    public bool HasMore(long revision)
    {
        if (IsBeginning ? !TrySettle(_least, revision) : Next(revision) != null)
        {
            return true;
        }

        _told = revision;
        return false;
    }

    /// <summary>Fails unless it is what there was at its revision.</summary>
    public void AssertSame(SortedDictionary<string, ModelObject> expected)
    {
        Assert.Equal(expected.Values, _items.Values);
        tally.Add(ModelFact.Comparison);
    }

    private void TakeBookmark(long revision, bool endsInitial)
    {
        if (IsBeginning)
        {
            Assert.True(revision >= _least, $"a bookmark of {revision} on a watch that began at {_least}");
            Assert.True(TrySettle(endsInitial ? revision : _least, revision), $"what came first is not all there was at {revision}: {string.Join(", ", _first)}");
        }

        tally.Add(endsInitial ? ModelFact.InitialEvents : ModelFact.Bookmark);
        Assert.True(revision >= Revision, $"a bookmark goes back from {Revision} to {revision}");
        Assert.Null(Next(revision));
        Revision = revision;
    }

    private void TakeEvent(ModelEvent told)
    {
        if (!IsBeginning)
        {
            Fold(told);
        }
        else
        {
            _first.Add(told);
            if (told.Type != "ADDED" && !TrySettle(_least, told.Object.Revision))
            {
                throw new XunitException($"what came first is not all there was at any revision since {_least}: {string.Join(", ", _first)}");
            }
        }
    }

    private ModelEvent? Next(long through) => history.Next(scope, Math.Max(Revision, _told), through);

    private void Fold(ModelEvent told)
    {
        ModelObject item = told.Object;
        Assert.True(item.Revision > Revision, $"versions go back from {Revision} to {item.Revision}");
        Assert.Equal(Next(item.Revision), told);
        if (history[item.Revision].Crossing(scope) is { } crossing)
        {
            tally.Add(crossing);
        }

        Revision = item.Revision;
        Assert.Equal(told.Type != "ADDED", _items.ContainsKey(item.Key));
        _ = told.Type == "DELETED" ? _items.Remove(item.Key) : (_items[item.Key] = item) != null;
    }

    /// <summary>Finds the revision at which the watch began: what came first is all there was then, and every event up to another revision.</summary>
    private bool TrySettle(long least, long through)
    {
        for (long? start = least; start <= Math.Min(through, _most); start = history.Next(scope, start.Value, through)?.Object.Revision)
        {
            SortedDictionary<string, ModelObject> state = history.At(scope, start.Value);
            if (!IsState(state) || !Follows(state.Count, start.Value, through))
            {
                continue;
            }

            Set(state, start.Value);
            _first[state.Count..].ForEach(Fold);
            return true;
        }

        return false;
    }

    private bool IsState(SortedDictionary<string, ModelObject> state) => state.Count <= _first.Count
        && _first[..state.Count].All(told => told.Type == "ADDED" && told.Object.Equals(state.GetValueOrDefault(told.Object.Key)))
        && _first[..state.Count].DistinctBy(told => told.Object.Key).Count() == state.Count;

    private bool Follows(int skipped, long after, long through)
    {
        foreach (ModelEvent told in _first[skipped..])
        {
            if (history.Next(scope, after, through) is not { } next || next != told)
            {
                return false;
            }

            after = next.Object.Revision;
        }

        return history.Next(scope, after, through) == null;
    }
}
