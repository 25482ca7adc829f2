namespace Webhooks.Client.Queues;

/// <summary>How long a key that failed waits: as long as its own failures say, and as those of all do. Not thread safe.</summary>
/// <remarks>A failure takes its token even where its own wait is the longer one: keys that fail for long don't add up to a burst.</remarks>
internal sealed class RateLimiter<TKey>
    where TKey : notnull, IEquatable<TKey>
{
    private readonly ItemExponentialRateLimiter<TKey> _item = new();
    private readonly BucketRateLimiter _bucket = new();

    /// <summary>How often a key failed since it was last forgotten.</summary>
    public int Failures(TKey key) => _item.Failures(key);

    /// <summary>Counts a failure, and tells how long to wait after it.</summary>
    public TimeSpan When(TKey key, long now)
    {
        TimeSpan own = _item.When(key);
        TimeSpan all = _bucket.When(now);
        return own > all ? own : all;
    }

    public void Forget(TKey key) => _item.Forget(key);
}
