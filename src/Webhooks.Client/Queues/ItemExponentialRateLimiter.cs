namespace Webhooks.Client.Queues;

/// <summary>How long each key that fails waits: 5 ms, then each time twice as long, up to 1,000 s. Not thread safe.</summary>
internal sealed class ItemExponentialRateLimiter<TKey>
    where TKey : notnull, IEquatable<TKey>
{
    // 5 ms doubled 17 times are 655 s; once more is beyond the longest.
    private const int Doublings = 17;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1000);

    private readonly Dictionary<TKey, int> _failures = [];

    /// <summary>How often a key failed since it was last forgotten.</summary>
    public int Failures(TKey key) => _failures.GetValueOrDefault(key);

    /// <summary>Counts a failure, and tells how long to wait after it.</summary>
    public TimeSpan When(TKey key)
    {
        int before = Failures(key);
        _failures[key] = before == int.MaxValue ? before : before + 1;
        return before > Doublings ? Longest : TimeSpan.FromTicks(Shortest.Ticks << before);
    }

    public void Forget(TKey key) => _failures.Remove(key);
}
