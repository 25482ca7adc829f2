namespace Webhooks.Client.Queues;

/// <summary>The one timer of a queue: it rings when the earliest delayed key is due. Used under the queue's lock, in which it never rings.</summary>
internal sealed class DueTimer(TimeProvider time, Action ring) : IDisposable
{
    // Timers of the system take no more than 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ITimer _timer = time.CreateTimer(static state => ((Action)state!)(), ring, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private long? _due;

    /// <summary>Rings at a time, in ticks of 100 ns, unless it rings before: then it is set anew.</summary>
    /// <param name="due">Null: there is nothing to ring for.</param>
    /// <param name="now">The time that it is.</param>
    public void Set(long? due, long now)
    {
        if (due is not { } next || next >= _due)
        {
            return;
        }

        _due = next;
        TimeSpan wait = TimeSpan.FromTicks(Math.Max(next - now, 0));

        // The system's timers count whole milliseconds, and would ring before a part of one is over.
        _timer.Change(wait < Longest ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : Longest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>It rang: it is set for nothing.</summary>
    public void Rang() => _due = null;

    public void Dispose() => _timer.Dispose();
}
