using Webhooks.Client.Sending;

namespace Webhooks.Client.Leases;

/// <summary>The time in which this process leads: what is done for all runs within it, and ends with it.</summary>
/// <remarks>
/// Thread safe. A new term begins with nothing: what its work derives from a cache it derives anew, by enqueuing every
/// cached key. Caches themselves are not the election's, and go on from one term to the next.
/// </remarks>
public sealed class LeaderTerm
{
    private readonly TermDeadline _deadline;

    internal LeaderTerm(int number, TermDeadline deadline)
    {
        Number = number;
        _deadline = deadline;
    }

    /// <summary>1 for the first term of its elector, 2 for the next.</summary>
    public int Number { get; }

    /// <summary>Cancelled when the term is over: at the latest <see cref="LeaderElectionOptions.RenewDeadline"/> after the start of the last renewal that succeeded.</summary>
    public CancellationToken Token => _deadline.Token;

    /// <summary>Whether it is over, by the clock: in a process that was held up, before <see cref="Token"/> says so.</summary>
    public bool IsOver => _deadline.IsOver;

    /// <summary>A transport for the work of this term: every request, sent once the term is over or unanswered then, ends in a <see cref="LeadershipLostException"/>.</summary>
    /// <param name="transport">What sends while the term lasts.</param>
    /// <remarks>What a server had received before may still be done. A watch that was answered goes on; it changes nothing.</remarks>
    public IApiTransport Fence(IApiTransport transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        return new FencedTransport(transport, this);
    }
}
