namespace Webhooks.Tests.Logging;

/// <summary>A clock that stands at 2026-11-28, 17:31:52.1234 UTC until it is set.</summary>
internal sealed class FixedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new DateTimeOffset(2026, 11, 28, 17, 31, 52, TimeSpan.Zero).AddTicks(1_234_000);

    public override DateTimeOffset GetUtcNow() => Now;
}
