namespace Webhooks.Client.Leases;

/// <summary>The clock of one candidate.</summary>
internal sealed class OwnClock(TimeProvider time)
{
    private readonly long _origin = time.GetTimestamp();

    public TimeProvider Time => time;

    /// <summary>The time since this clock was made, monotonic: what waits and terms are reckoned in.</summary>
    public TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>What it shows, and may be set to anything: only ever written down.</summary>
    public DateTimeOffset Date => time.GetUtcNow();

    /// <summary>Waits, to the millisecond above, so that what is due then is due.</summary>
    /// <returns>False when it was cancelled.</returns>
    public async Task<bool> WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        TimeSpan whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

        // Not Task.Delay: a cancelled one goes on elsewhere and later, and no run with a clock of tests would be like another.
        await new TaskCompletionSource().Task.WaitAsync(whole, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }
}
