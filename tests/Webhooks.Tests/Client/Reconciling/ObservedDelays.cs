using System.Threading.Channels;
using Webhooks.Shared;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>A clock that shows which times its timers are set for.</summary>
internal sealed class ObservedDelays(ManualTime time) : TimeProvider
{
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ObservedTimer timer = new(this, time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until a timer is set, and lets its time pass.</summary>
    /// <returns>The time that it was set for.</returns>
    public async Task<TimeSpan> PassNextAsync()
    {
        TimeSpan delay = await _delays.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        time.Advance(delay);
        return delay;
    }

    private sealed class ObservedTimer(ObservedDelays clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool isChanged = timer.Change(dueTime, period);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                clock._delays.Writer.TryWrite(dueTime);
            }

            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
