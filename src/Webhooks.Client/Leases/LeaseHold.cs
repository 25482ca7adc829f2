using Webhooks.Client.Sending;

namespace Webhooks.Client.Leases;

/// <summary>One process's hold on a Lease: getting, keeping and giving it back, with one request at a time.</summary>
/// <remarks>Used by one flow; each method has ended, with all that it sent, when its task has.</remarks>
internal sealed class LeaseHold(ElectionTools tools)
{
    private LeaseDocument? _document;
    private LeaseSight? _sight;
    private bool _mayBeHeld; // Also while a write that would win it is not answered.

    private OwnClock Clock => tools.Clock;

    /// <summary>Waits until the Lease is won.</summary>
    /// <returns>The deadline of the term; <c>null</c> when <paramref name="stop"/> came first.</returns>
    public async Task<TermDeadline?> AcquireAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // Apart from one another, or all candidates would ask at once.
            TimeSpan pause = tools.Options.RetryPeriod * (1 + (1.2 * tools.Random.NextDouble()));
            try
            {
                LeaseStep step = await LookAsync(stop).ConfigureAwait(false);
                if (step is LeaseStep.Write write)
                {
                    TimeSpan started = Clock.Now;
                    _mayBeHeld = true;
                    _document = await tools.Requests.WriteAsync(_document, write.Record, stop).ConfigureAwait(false);
                    TermDeadline deadline = new(Clock, started, tools.Options.RenewDeadline);
                    if (!deadline.IsOver && !stop.IsCancellationRequested)
                    {
                        return deadline;
                    }

                    deadline.Dispose();
                }
                else if (step is LeaseStep.Wait wait && wait.Time < pause)
                {
                    pause = wait.Time;
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure) when (LeaseRequests.IsFailure(failure))
            {
                tools.Logger.Failed(tools.Lease, failure.Message);
            }

            await Clock.WaitAsync(pause, stop).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Renews until the term is over: by its deadline, by another's record, or from outside.</summary>
    public async Task RenewAsync(LeaderTerm term, TermDeadline deadline)
    {
        while (await Clock.WaitAsync(tools.Options.RetryPeriod, deadline.Token).ConfigureAwait(false))
        {
            try
            {
                if (!await RenewOnceAsync(deadline).ConfigureAwait(false))
                {
                    tools.Logger.Taken(tools.Lease, term.Number);
                    deadline.End();
                }
            }
            catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (LeaseRequests.IsFailure(failure))
            {
                tools.Logger.NotRenewed(tools.Lease, deadline.Left.TotalSeconds, failure.Message);
            }
        }
    }

    /// <summary>Gives the Lease back if this process has it, or may have it.</summary>
    public Task ReleaseAsync() => _mayBeHeld ? new LeaseRelease(tools).RunAsync(_document) : Task.CompletedTask;

    private async Task<LeaseStep> LookAsync(CancellationToken stop)
    {
        _document = await tools.Requests.GetAsync(stop).ConfigureAwait(false);
        string? before = _sight?.Record.Holder;
        _sight = ElectionRules.See(_sight, _document?.Record, Clock.Now);
        _mayBeHeld = _document?.Record.Holder == tools.Options.Identity;
        if (_document is { Record.Holder: { Length: > 0 } holder } && holder != before && !_mayBeHeld)
        {
            tools.Logger.Other(tools.Lease, holder);
        }

        return tools.Rules.AsCandidate(_sight, _document != null, Clock.Now, Clock.Date);
    }

    // False: it is another's, or gone.
    private async Task<bool> RenewOnceAsync(TermDeadline deadline)
    {
        try
        {
            await WriteAsync(tools.Rules.Renewed(_document!.Record, Clock.Date), deadline).ConfigureAwait(false);
            return true;
        }
        catch (KubernetesApiException refusal) when (refusal.Code is 404 or 409)
        {
            // Somebody wrote, or an answer was lost to what had been done.
            tools.Metrics.SlowPath();
        }

        LeaseDocument? read = await tools.Requests.GetAsync(deadline.Token).ConfigureAwait(false);
        if (tools.Rules.AsLeader(read?.Record, Clock.Date) is not LeaseStep.Write write)
        {
            return false;
        }

        _document = read;
        await WriteAsync(write.Record, deadline).ConfigureAwait(false);
        return true;
    }

    private async Task WriteAsync(LeaseRecord record, TermDeadline deadline)
    {
        TimeSpan started = Clock.Now;
        _document = await tools.Requests.WriteAsync(_document, record, deadline.Token).ConfigureAwait(false);
        deadline.Extend(started);
    }
}
