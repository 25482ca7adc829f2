using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Faults;

/// <summary>What happens to a request that a fault hits. A closed set.</summary>
/// <remarks>Immutable. Effects on watches are in <see cref="WatchEffect"/>; they hit watches alone.</remarks>
public abstract record FaultEffect
{
    private protected FaultEffect()
    {
    }

    /// <summary>The answer 410 Expired: the version that was asked for is forgotten.</summary>
    public static Refusal Expired { get; } = new(Status.Expired("The resourceVersion for the provided list is too old."));

    /// <summary>The answer 500.</summary>
    public static Refusal InternalError { get; } = new(Status.InternalError("a fault was asked for"));

    /// <summary>The answer 503.</summary>
    public static Refusal ServiceUnavailable { get; } = new(Status.ServiceUnavailable("apiserver not ready"));

    /// <summary>The answer 429 with the header <c>Retry-After</c>.</summary>
    /// <param name="retryAfterSeconds">After how many seconds the client may try again.</param>
    public static Refusal TooManyRequests(int retryAfterSeconds) =>
        new(Status.TooManyRequests("too many requests, please try again later", retryAfterSeconds));

    /// <summary>It is dealt with later.</summary>
    /// <param name="Time">How much later, by the server's clock.</param>
    public sealed record Latency(TimeSpan Time) : FaultEffect;

    /// <summary>Its connection is cut, with everything else that runs over it.</summary>
    /// <param name="AfterExecution">Whether what it asks for is done before.</param>
    public sealed record Drop(bool AfterExecution = false) : FaultEffect;

    /// <summary>Not a byte is answered until the fault is released; then all goes on.</summary>
    /// <param name="AfterExecution">Whether what it asks for is done before.</param>
    public sealed record Stall(bool AfterExecution = false) : FaultEffect;

    /// <summary>It is not executed, and a failure is answered.</summary>
    /// <param name="Status">The failure; its code is the answer's.</param>
    public sealed record Refusal(Status Status) : FaultEffect;

    /// <summary>
    /// The network between the client and the server is gone until the fault is released: requests, answers and the
    /// watches that run already are held back, and then go on.
    /// </summary>
    /// <param name="Refuses">Whether connections are cut instead, those that stand at once.</param>
    public sealed record Partition(bool Refuses = false) : FaultEffect;
}
