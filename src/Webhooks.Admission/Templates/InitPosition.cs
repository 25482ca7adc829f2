namespace Webhooks.Admission.Templates;

/// <summary>Where a template's init containers go, relative to the workload's own.</summary>
public enum InitPosition
{
    /// <summary><c>last</c>: behind them.</summary>
    Last,

    /// <summary><c>first</c>: before them, behind those of earlier templates that go first.</summary>
    First,
}
