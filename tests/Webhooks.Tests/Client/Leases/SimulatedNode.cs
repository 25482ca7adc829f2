namespace Webhooks.Tests.Client.Leases;

/// <summary>A machine with a clock of its own, on which one process runs at a time.</summary>
internal sealed class SimulatedNode(SimulatedWorld world, int number, (double Slowest, double Fastest) rates) : TimeProvider
{
    private readonly long _origin = world.Random.NextInt64(TimeSpan.TicksPerDay);
    private readonly double _rate = rates.Slowest + ((rates.Fastest - rates.Slowest) * world.Random.NextDouble());
    private int _processes;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public SimulatedProcess? Process { get; private set; }

    /// <summary>Until when nothing runs on it.</summary>
    public long HeldUntil { get; set; } = -1;

    /// <summary>Until when it and the server do not reach each other.</summary>
    public long CutUntil { get; set; } = -1;

    /// <summary>What its clock shows is off by this: by nothing that candidates may heed.</summary>
    public TimeSpan Off { get; set; } = TimeSpan.FromDays(world.Random.Next(-10_000, 10_000));

    public override long GetTimestamp() => _origin + (long)(world.Now * _rate);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(world.Now) + Off;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        SimulatedTimer timer = new(world, Process!, _rate, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Start()
    {
        Process = new SimulatedProcess(world, this, $"{number}-{++_processes}");
        Process.Start();
    }

    // Rings a little late, as timers do; never again.
    private sealed class SimulatedTimer(SimulatedWorld world, SimulatedProcess process, double rate, Action callback) : ITimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            int setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                long late = world.Random.NextInt64(20 * TimeSpan.TicksPerMillisecond);
                world.Schedule((long)Math.Ceiling(dueTime.Ticks / rate) + late, process, () => Ring(setting));
            }

            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring(int setting)
        {
            if (setting == _setting)
            {
                callback();
            }
        }
    }
}
