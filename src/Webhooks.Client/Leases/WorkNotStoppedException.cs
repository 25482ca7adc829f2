namespace Webhooks.Client.Leases;

/// <summary>Work went on although its term was over and its time to stop was up: the process must end, for nothing else can stop it.</summary>
/// <remarks>The Lease was not given back; others wait until it has run out.</remarks>
public sealed class WorkNotStoppedException : Exception
{
    /// <summary>Work that did not heed the token of its term.</summary>
    /// <param name="lease">The Lease: namespace and name.</param>
    /// <param name="budget">How long it had.</param>
    public WorkNotStoppedException(string lease, TimeSpan budget)
        : base(FormattableString.Invariant(
            $"the work of the leader by Lease {lease} did not stop within {budget.TotalSeconds} s of its term's end; end the process, and let the work heed LeaderTerm.Token"))
    {
    }
}
