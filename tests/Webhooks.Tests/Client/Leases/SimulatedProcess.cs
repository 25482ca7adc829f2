using Webhooks.Client.Leases;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Leases;

/// <summary>A process with an elector and work that sends through the fence of its term, and may be slow to stop.</summary>
internal sealed class SimulatedProcess : IDisposable
{
    private readonly SimulatedWorld _world;
    private readonly CancellationTokenSource _stop = new();
    private readonly SimulatedNetwork _network;
    private readonly LeaderElector _elector;
    private LeaderTerm? _term;

    public SimulatedProcess(SimulatedWorld world, SimulatedNode node, string identity)
    {
        _world = world;
        Node = node;
        Identity = identity;
        LeaderElectionOptions options = new() { LeaseNamespace = "default", LeaseName = "lock", Identity = identity };
        _network = new SimulatedNetwork(world, this);
        _elector = new LeaderElector(_network, options, node, new Random(world.Random.Next()));
    }

    public SimulatedNode Node { get; }

    public string Identity { get; }

    /// <summary>Whether it is gone, without a word.</summary>
    public bool IsDead { get; private set; }

    public bool IsStopped => _stop.IsCancellationRequested;

    public bool IsLeader => _elector.IsLeader;

    public bool IsWorking { get; private set; }

    public bool IsToldToWork => IsWorking && !_term!.Token.IsCancellationRequested;

    public Task Run { get; private set; } = Task.CompletedTask;

    public void Start() => _world.Schedule(0, this, () => Run = _elector.RunAsync(WorkAsync, _stop.Token));

    public void Stop() => _world.Schedule(0, this, () =>
    {
        _world.Note($"{Identity} is stopped");
        _stop.Cancel();
    });

    public void Kill()
    {
        _world.Note($"{Identity} is gone");
        IsDead = true;
        Dispose();
    }

    public void Dispose()
    {
        _elector.Dispose();
        _stop.Dispose();
    }

    /// <summary>Its run failed: for work that did not stop in time the process has to end.</summary>
    public void Ended()
    {
        if (Run.Exception?.InnerException is not WorkNotStoppedException)
        {
            _world.Fail($"{Identity} failed: {Run.Exception}");
        }

        Kill();
    }

    private async Task WorkAsync(LeaderTerm term)
    {
        _world.Note($"{Identity} leads");
        _world.Terms++;
        _term = term;
        IsWorking = true;
        IApiTransport fenced = term.Fence(new SimulatedTarget(_world, this));
        while (!term.Token.IsCancellationRequested)
        {
            await ActAsync(fenced, 2, term.Token).ConfigureAwait(false);
        }

        _world.Note($"{Identity} led");
        _world.Lost += IsStopped ? 0 : 1;

        // It goes on for a while, and some are too slow; all that they send then is refused.
        int acts = _world.Random.Next(20) == 0 ? 30 : _world.Random.Next(3);
        for (int act = 0; act < acts; act++)
        {
            await ActAsync(fenced, 1, CancellationToken.None).ConfigureAwait(false);
        }

        IsWorking = false;
    }

    private async Task ActAsync(IApiTransport fenced, int most, CancellationToken cancellationToken)
    {
        TimeSpan pause = TimeSpan.FromSeconds(most * _world.Random.NextDouble());
        await new TaskCompletionSource().Task.WaitAsync(pause, Node, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            using ApiResponse response = await fenced.SendAsync(_network.FirstSent!, CancellationToken.None).ConfigureAwait(false);
        }
        catch (LeadershipLostException)
        {
            _world.Refused++;
        }
    }
}
