using Webhooks.Client.Leases;

namespace Webhooks.FunctionalTests.Client.Leases;

/// <summary>An elector that runs, and work that lasts as long as its term.</summary>
internal sealed class LeadingWork : IDisposable
{
    private readonly TaskCompletionSource<LeaderTerm> _leads = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly LeaderElector _elector;
    private readonly Task _run;

    public LeadingWork(LeaderElector elector)
    {
        _elector = elector;
        _run = elector.RunAsync(WorkAsync, _stop.Token);
    }

    /// <summary>Its first term, once it has won it.</summary>
    public Task<LeaderTerm> Leads => _leads.Task;

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _elector.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync(LeaderTerm term)
    {
        _leads.TrySetResult(term);
        await Task.Delay(Timeout.InfiniteTimeSpan, term.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
