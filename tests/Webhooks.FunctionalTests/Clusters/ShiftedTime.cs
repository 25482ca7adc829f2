namespace Webhooks.FunctionalTests.Clusters;

/// <summary>The system's clock, whose time of day can be set forward; what waits is not hurried by that.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _ticks;

    /// <summary>Sets it forward.</summary>
    public void Shift(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));
}
