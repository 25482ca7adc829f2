namespace Webhooks.Tests.Sandbox.Verbs;

/// <summary>A clock by which a test comes between two steps of a request: when the time is looked at next, something else happens first.</summary>
internal sealed class InterruptingTime : TimeProvider
{
    private Action? _interruption;

    /// <summary>What happens once when somebody looks at the clock.</summary>
    public void Interrupt(Action interruption) => _interruption = interruption;

    public override DateTimeOffset GetUtcNow()
    {
        Action? interruption = _interruption;
        _interruption = null;
        interruption?.Invoke();
        return new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
