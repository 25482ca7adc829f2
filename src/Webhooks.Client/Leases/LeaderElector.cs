using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Leases;

/// <summary>A candidate for one Lease of <c>coordination.k8s.io/v1</c>: of all that fight for it, the work of at most one runs.</summary>
/// <remarks>
/// <para>
/// A candidate takes over once the holder's record has stayed the same for as long as that record says, by the candidate's own
/// monotonic clock; what clocks show is never compared. A leader whose renewals fail is none
/// <see cref="LeaderElectionOptions.RenewDeadline"/> after the start of the last that succeeded, even while a request hangs.
/// Not covered: clocks whose rates differ by more than the options allow, a machine that is halted without its clock, and a
/// Lease that is deleted, or edited by hand, while somebody holds it: its holder notices with its next renewal.
/// </para>
/// <para>
/// It starts nothing but its requests and the work: caches that are to go on between terms are run beside it.
/// Its meter is <c>Webhooks.Client.Leases</c>, with client-go's <c>leader_election_master_status</c> and
/// <c>leader_election_slowpath_total</c>, tagged <c>name</c>. It needs the verbs get, create and update.
/// </para>
/// </remarks>
public sealed class LeaderElector : IDisposable
{
    private readonly ElectionTools _tools;
    private readonly LeaseHold _hold;
    private volatile LeaderTerm? _term;
    private int _terms;
    private int _runs;

    /// <summary>A candidate that does not yet run.</summary>
    /// <param name="transport">What sends to the API server. Best one of its own, with <see cref="TimeLimits.OfLeases"/>: a renewal must not queue behind other requests.</param>
    /// <param name="options">Which Lease, who, and how long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Keeps candidates apart.</param>
    /// <param name="logger">Hears of each term and of each failure. Default: nobody does.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says all that is, and what to do.</exception>
    public LeaderElector(IApiTransport transport, LeaderElectionOptions options, TimeProvider time, Random random, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(random);
        string problems = string.Join("; ", options.Problems());
        if (problems.Length > 0)
        {
            throw new ArgumentException(problems, nameof(options));
        }

        _tools = new ElectionTools(
            options,
            new LeaseRequests(transport, options, time),
            new ElectionRules(options.Identity, options.LeaseDuration),
            new OwnClock(time),
            random,
            new LeaderElectionMetrics(options.LeaseName, () => IsLeader),
            logger ?? NullLogger.Instance);
        _hold = new LeaseHold(_tools);
    }

    /// <summary>Whether this process leads now, by the clock.</summary>
    public bool IsLeader => _term is { IsOver: false };

    /// <summary>Is a candidate, and does the work in each term that it wins, until it is stopped or the work ends by itself.</summary>
    /// <param name="work">
    /// The work of one term, which ends when the term's token is cancelled; called anew for each. It must not block before its
    /// first await. What it throws ends the election; a cancellation after the end of its term does not.
    /// </param>
    /// <param name="stop">Ends the term, waits for the work, gives the Lease back, and lets this return.</param>
    /// <exception cref="WorkNotStoppedException">The work outlasted its term by more than the budget. The Lease is not given back.</exception>
    /// <exception cref="InvalidOperationException">It runs already, or has run.</exception>
    public async Task RunAsync(Func<LeaderTerm, Task> work, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Interlocked.Increment(ref _runs) > 1)
        {
            throw new InvalidOperationException("an elector runs once; make another for another election");
        }

        _tools.Logger.Candidate(_tools.Lease, _tools.Options.Identity);
        Task? ended = null;
        while (ended == null && await _hold.AcquireAsync(stop).ConfigureAwait(false) is { } deadline)
        {
            using (deadline)
            {
                ended = await LeadAsync(deadline, work, stop).ConfigureAwait(false);
            }
        }

        if (_tools.Options.ReleaseOnCancel)
        {
            await _hold.ReleaseAsync().ConfigureAwait(false);
        }

        await (ended ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>Ends its metrics. After <see cref="RunAsync"/> has returned.</summary>
    public void Dispose() => _tools.Metrics.Dispose();

    // The work when it ended, or failed, by itself; null when it ended with its term.
    private async Task<Task?> LeadAsync(TermDeadline deadline, Func<LeaderTerm, Task> work, CancellationToken stop)
    {
        LeaderTerm term = new(++_terms, deadline);
        Task renewing;
        Task working;
        bool endedByItself;
        using (stop.UnsafeRegister(static state => ((TermDeadline)state!).End(), deadline))
        {
            _term = term;
            _tools.Logger.Began(_tools.Lease, term.Number);
            renewing = _hold.RenewAsync(term, deadline);

            // A stop that came with the win is no reason to begin.
            working = term.IsOver ? Task.CompletedTask : Begin(work, term);
            await Task.WhenAny(working, renewing).ConfigureAwait(false);
            endedByItself = !term.IsOver;
            deadline.End();
        }

        // Nothing of ours renews from here on, and then nothing works: only then may another be let in.
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await working.WaitAsync(_tools.Options.StopBudget, _tools.Clock.Time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!working.IsCompleted)
        {
            throw new WorkNotStoppedException(_tools.Lease, _tools.Options.StopBudget);
        }

        _tools.Logger.Ended(_tools.Lease, term.Number);
        await renewing.ConfigureAwait(false);
        return endedByItself || working.IsFaulted ? working : null;
    }

    // What it throws before its first await, too, is its task's.
    private static async Task Begin(Func<LeaderTerm, Task> work, LeaderTerm term) => await work(term).ConfigureAwait(false);
}
