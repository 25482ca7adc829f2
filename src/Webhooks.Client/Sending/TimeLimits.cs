namespace Webhooks.Client.Sending;

/// <summary>How long a request may take, part by part. A watch is free once its head is there.</summary>
/// <remarks>Immutable. Each must be positive, or <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</remarks>
public sealed record TimeLimits
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);

    /// <summary>The limits of everything but leases: 10 s, 30 s and 60 s.</summary>
    public static TimeLimits Default { get; } = new();

    /// <summary>How long a new connection may take, with its proxy and its TLS handshake. Default 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it may take from the request to the head of its answer, with a new connection where one is needed. Default 30 s.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the body of an answer may take after its head. Default 60 s.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long all of it may take together, from the request to the end of the body. Default: what the parts may.</summary>
    public TimeSpan Whole { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// The limits of a connection that renews leases and does nothing else: half of the time in which a leader must have
    /// renewed, so that one request that hangs leaves time for another; at least 1 s.
    /// </summary>
    /// <param name="renewDeadline">The time in which a leader must have renewed.</param>
    public static TimeLimits OfLeases(TimeSpan renewDeadline)
    {
        TimeSpan whole = renewDeadline / 2 > ShortestLease ? renewDeadline / 2 : ShortestLease;
        return new TimeLimits { Connect = whole < Default.Connect ? whole : Default.Connect, Headers = whole, Body = whole, Whole = whole };
    }

    /// <summary>What is left for a body whose head took a time.</summary>
    internal TimeSpan BodyAfter(TimeSpan head)
    {
        if (Whole == Timeout.InfiniteTimeSpan)
        {
            return Body;
        }

        TimeSpan left = Whole > head ? Whole - head : TimeSpan.Zero;
        return Body == Timeout.InfiniteTimeSpan || left < Body ? left : Body;
    }

    /// <summary>What there is for a head.</summary>
    internal TimeSpan Head => Whole != Timeout.InfiniteTimeSpan && (Headers == Timeout.InfiniteTimeSpan || Whole < Headers) ? Whole : Headers;
}
