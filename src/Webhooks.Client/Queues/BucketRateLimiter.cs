namespace Webhooks.Client.Queues;

/// <summary>How long all failures together wait: 100 may pass at once, and ten each second. Not thread safe.</summary>
/// <remarks>The bucket is kept as the time at which it is full again, so that nothing is rounded.</remarks>
internal sealed class BucketRateLimiter
{
    private const long Interval = TimeSpan.TicksPerSecond / 10;
    private const long Capacity = 100 * Interval;

    private long _full;

    /// <summary>Takes a token, and tells how long to wait for it.</summary>
    /// <param name="now">In ticks of 100 ns.</param>
    public TimeSpan When(long now)
    {
        _full = Math.Max(_full, now) + Interval;
        return TimeSpan.FromTicks(Math.Max(_full - Capacity - now, 0));
    }
}
