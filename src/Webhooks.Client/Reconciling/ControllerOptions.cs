namespace Webhooks.Client.Reconciling;

/// <summary>What a controller is called, and how much it does at once.</summary>
public sealed record ControllerOptions
{
    /// <summary>What log lines and metrics call it: the tags <c>controller</c> and <c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many keys are reconciled at once; at least 1. Default 1.</summary>
    public int Workers { get; init; } = 1;
}
