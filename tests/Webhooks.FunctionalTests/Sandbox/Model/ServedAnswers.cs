using System.Collections.Concurrent;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>What writers were answered, to be held against what was written: no update is lost, and none made up.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class ServedAnswers
{
    private readonly ConcurrentDictionary<long, ModelObject> _made = new();
    private readonly ConcurrentDictionary<long, ModelObject> _shown = new();
    private readonly ConcurrentDictionary<long, byte> _counted = new();
    private readonly ConcurrentDictionary<string, byte> _gone = new(StringComparer.Ordinal);

    /// <summary>A write made this version of an object.</summary>
    public void Made(ModelObject after) => Assert.True(_made.TryAdd(after.Revision, after), $"two writes made {after}");

    /// <summary>A write counted the counter up.</summary>
    public void Counted(ModelObject before, ModelObject after)
    {
        Assert.Equal((before.Uid, before.Count + 1), (after.Uid, after.Count));
        _counted.TryAdd(after.Revision, 0);
        Made(after);
    }

    /// <summary>A write that may have changed nothing was answered with this version of an object.</summary>
    public void Shown(ModelObject after) => Assert.Equal(after, _shown.GetOrAdd(after.Revision, after));

    /// <summary>The object of that UID went.</summary>
    public void Gone(string uid) => Assert.True(_gone.TryAdd(uid, 0), $"two writes deleted {uid}");

    /// <summary>Holds them against the history, when all is written.</summary>
    public void Check(ModelHistory history)
    {
        HashSet<string> gone = new(StringComparer.Ordinal);
        foreach (ModelChange change in history.Changes)
        {
            if (change.IsDeletion)
            {
                Assert.True(gone.Add(change.After.Uid), $"{change} twice");
                continue;
            }

            CheckCounter(change);
            bool wasMade = _made.TryRemove(change.After.Revision, out ModelObject? made);
            bool wasShown = _shown.TryRemove(change.After.Revision, out ModelObject? shown);
            Assert.Equal(change.After, wasMade ? made : change.After);
            Assert.Equal(change.After, wasShown ? shown : change.After);

            // A deletion of a collection shows the objects as they were before.
            Assert.True(wasMade || wasShown || change is { Before.IsGoing: false, After.IsGoing: true }, $"nobody wrote: {change}");
        }

        Assert.Empty(_made.Values);
        Assert.Empty(_shown.Values);
        Assert.Empty(_gone.Keys.Except(gone));
    }

    private void CheckCounter(ModelChange change)
    {
        int expected = (change.Before?.Count ?? 0) + (_counted.ContainsKey(change.After.Revision) ? 1 : 0);
        Assert.True(change.After.Count == expected, $"an update is lost: {change.Before} and then {change.After}");
    }
}
