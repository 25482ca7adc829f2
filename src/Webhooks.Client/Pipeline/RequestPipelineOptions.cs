namespace Webhooks.Client.Pipeline;

/// <summary>How a client spares its server, and how it bears with it; the defaults are those of controller-runtime.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RequestPipelineOptions
{
    /// <summary>How many requests a second are sent for long; those beyond wait, in order. Watches don't count. Default 20; 0 for any number.</summary>
    public double QueriesPerSecond { get; init; } = 20;

    /// <summary>How many requests may be sent at once after a quiet time. Default 30.</summary>
    public int Burst { get; init; } = 30;

    /// <summary>How often a request is sent again that the server put off, or that never reached it. Default 5; 0 for never.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The longest <c>Retry-After</c> that is waited for; what is put off for longer fails at once. Default 60 s.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Spreads the waits of many clients. Default <see cref="Random.Shared"/>; another must be thread safe where requests are sent at once.</summary>
    public Random Chance { get; init; } = Random.Shared;
}
