using System.Collections.Concurrent;
using System.Globalization;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;

namespace Webhooks.Shared.Caching;

/// <summary>Makes its own copy of a cache from what it hears, and finds fault with what does not fit the copy, or the cache.</summary>
/// <param name="name">For messages.</param>
/// <param name="lister">The cache.</param>
/// <param name="resyncs">Whether it asked to be told again.</param>
/// <param name="goesBack">Whether the server may be set back.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FoldingHandler(string name, Lister<ConfigMap> lister, bool resyncs, bool goesBack, ConcurrentQueue<string> problems) : IInformerHandler<ConfigMap>
{
    /// <summary>The object with which a history ends.</summary>
    public const string Last = "zz";

    private readonly Dictionary<ObjectKey, ConfigMap> _copy = [];
    private readonly TaskCompletionSource _heardLast = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _call = "";
    private int _calls;
    private bool _isInitial = true;
    private int _heard;

    public Task HeardLast => _heardLast.Task;

    public int Heard => Volatile.Read(ref _heard);

    /// <summary>What it makes of what it heard. To be read once it has heard all.</summary>
    public IEnumerable<string> Copy => _copy.Values.Texts();

    public void Added(ConfigMap item, bool isInInitialList) => Hear($"added {item.Text()}", () =>
    {
        Check(!isInInitialList || _isInitial, "is initial after one that was not");
        _isInitial = isInInitialList;
        Check(_copy.TryAdd(ObjectKey.Of(item), item), "was there");
        CheckReached(item);
        if (item.Metadata.Name == Last)
        {
            _heardLast.TrySetResult();
        }
    });

    public void Updated(ConfigMap old, ConfigMap item) => Hear($"updated {old.Text()} to {item.Text()}", () =>
    {
        ObjectKey key = ObjectKey.Of(item);
        Check(_copy.GetValueOrDefault(key)?.Text() == old.Text(), $"was {_copy.GetValueOrDefault(key)?.Text()}");
        Check(old.Metadata.Uid == item.Metadata.Uid, "is another object");
        Check(resyncs || goesBack || old.Text() != item.Text(), "is told again, which nobody asked for");
        Check(goesBack || Version(old) <= Version(item), "goes back");
        _copy[key] = item;
        CheckReached(item);
    });

    public void Deleted(ConfigMap last, bool isFinalStateUnknown) => Hear($"deleted {last.Text()}, {isFinalStateUnknown}", () =>
    {
        Check(_copy.Remove(ObjectKey.Of(last), out ConfigMap? known), "was not there");
        Check(known?.Metadata.Uid == last.Metadata.Uid, "is another object");
        Check(!isFinalStateUnknown || known?.Text() == last.Text(), $"was {known?.Text()}");
        Check(goesBack || lister.Get(ObjectKey.Of(last)) is not { } still || Version(still) > Version(last), "is still in the cache");
    });

    private static long Version(ConfigMap map) => long.Parse(map.Metadata.ResourceVersion, CultureInfo.InvariantCulture);

    private void CheckReached(ConfigMap item) =>
        Check(goesBack || lister.Get(ObjectKey.Of(item)) is not { } found || Version(found) >= Version(item), "is not in the cache yet");

    private void Hear(string call, Action hear)
    {
        _call = call;
        Check(Interlocked.Increment(ref _calls) == 1, "is told beside another call");
        hear();
        Interlocked.Increment(ref _heard);
        Interlocked.Decrement(ref _calls);
    }

    private void Check(bool holds, string problem)
    {
        if (!holds)
        {
            problems.Enqueue($"{name}: {_call}: {problem}");
        }
    }
}
