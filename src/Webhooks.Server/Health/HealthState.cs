namespace Webhooks.Server.Health;

/// <summary>How something is.</summary>
/// <param name="IsWell">Whether it is as it must be.</param>
/// <param name="Note">What there is to say, one line: of something unwell the reason, else a warning or a figure; empty for nothing.</param>
internal readonly record struct HealthState(bool IsWell, string Note)
{
    /// <summary>Well, with nothing to say.</summary>
    public static HealthState Well { get; } = new(true, "");

    /// <summary>Well where it is so, else unwell for that reason.</summary>
    public static HealthState When(bool isWell, string otherwise) => isWell ? Well : new HealthState(false, otherwise);
}
