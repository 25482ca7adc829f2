using Webhooks.Client.Leases;
using Webhooks.Shared;

namespace Webhooks.Tests.Client.Leases;

/// <summary>An elector whose work, connection and end a test decides on. All runs on the thread of the test.</summary>
internal sealed class Candidate : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly LeaderElector _elector;
    private readonly List<string> _events = [];

    public Candidate(LeaseServer server, ManualTime time, string identity = "a", Func<LeaderElectionOptions, LeaderElectionOptions>? options = null)
    {
        Line = new LeaseLine(server);
        LeaderElectionOptions all = new() { LeaseNamespace = "default", LeaseName = "lock", Identity = identity };
        _elector = new LeaderElector(Line, options?.Invoke(all) ?? all, time, new Random(1));
        Line.Before = request => _events.Add(request.Verb);
    }

    public LeaseLine Line { get; }

    public bool IsLeader => _elector.IsLeader;

    /// <summary>The terms that it had; the last may be over.</summary>
    public List<LeaderTerm> Terms { get; } = [];

    public LeaderTerm Term => Terms[^1];

    /// <summary>What happened: verbs that reached the server, the work's beginnings and ends.</summary>
    public IReadOnlyList<string> Events => _events;

    /// <summary>What work does once its term is over.</summary>
    public Func<Task> Stopping { get; set; } = () => Task.CompletedTask;

    /// <summary>Ends the work by itself when it is completed.</summary>
    public TaskCompletionSource WorkEnd { get; set; } = new();

    public Task Run { get; private set; } = Task.CompletedTask;

    public Candidate Start()
    {
        InlineThread.Run(() => Run = _elector.RunAsync(WorkAsync, _stop.Token));
        return this;
    }

    public void Stop() => InlineThread.Run(_stop.Cancel);

    public void Dispose()
    {
        _elector.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync(LeaderTerm term)
    {
        Terms.Add(term);
        _events.Add($"work {term.Number}");
        await WorkEnd.Task.WaitAsync(term.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _events.Add("stopping");
        await Stopping().ConfigureAwait(false);
        _events.Add("stopped");
        if (WorkEnd.Task.IsCompleted)
        {
            await WorkEnd.Task.ConfigureAwait(false);
        }
    }
}
