namespace Webhooks.Shared;

/// <summary>A clock that goes when it is told to. Timers call back in the order of their times, on the thread that advances the clock.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public ManualTime()
        : this(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time)
    {
        DateTimeOffset end = GetUtcNow() + time;
        while (NextUntil(end) is { } call)
        {
            call();
        }
    }

    /// <summary>Lets time pass at once: each timer that has come due calls back once, however often it would have.</summary>
    public void Jump(TimeSpan time)
    {
        List<Action> calls;
        lock (_lock)
        {
            _now += time;
            calls = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due).ToList().Select(timer => timer.Take(_now))];
        }

        calls.ForEach(call => call());
    }

    private Action? NextUntil(DateTimeOffset end)
    {
        lock (_lock)
        {
            ManualTimer? next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            DateTimeOffset reached = next?.Due ?? end;
            _now = reached > _now ? reached : _now;
            return next?.Take(reached);
        }
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        private TimeSpan _period;

        /// <summary>When it calls back next; <c>null</c>: never.</summary>
        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
                time._timers.Remove(this);
                if (Due != null)
                {
                    time._timers.Add(this);
                }

                return true;
            }
        }

        public Action Take(DateTimeOffset now)
        {
            Due = _period > TimeSpan.Zero ? now + _period : null;
            if (Due == null)
            {
                time._timers.Remove(this);
            }

            return callback;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
