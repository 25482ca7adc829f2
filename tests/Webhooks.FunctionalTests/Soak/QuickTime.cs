namespace Webhooks.FunctionalTests.Soak;

/// <summary>The system's clock, with timers that are in a hurry: what looks every half second looks every 25 ms.</summary>
internal sealed class QuickTime : TimeProvider
{
    private const int Hurry = 20;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Quick(dueTime), Quick(period));

    private static TimeSpan Quick(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Hurry;
}
