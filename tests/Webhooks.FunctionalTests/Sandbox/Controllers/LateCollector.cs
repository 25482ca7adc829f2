using System.Threading.Channels;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Controllers.Garbage;
using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

/// <summary>A garbage collector that a test leads by hand: it sees changes and takes steps when it is told to, so that a client can be ahead of it at any point.</summary>
internal sealed class LateCollector : IAsyncDisposable
{
    private const int MostSteps = 100;

    private readonly GarbageCollector _collector;
    private readonly ChannelReader<ResourceChange> _changes;

    private LateCollector(ClusterInProcess cluster)
    {
        Cluster = cluster;
        _collector = new GarbageCollector(cluster.Cluster, cluster.Writes);
        _changes = cluster.Cluster.Store.Subscribe();
    }

    public ClusterInProcess Cluster { get; }

    public static async Task<LateCollector> Start() => new(await ClusterInProcess.Start(new ApiServerOptions { RunsControllers = false }));

    /// <summary>Every order in which that many writes can fall among the first rounds: before the collector sees what is new, or between that and its step.</summary>
    /// <returns>For each write the half round before which it is done; never falling.</returns>
    public static IEnumerable<int[]> Orders(int writes, int rounds) => writes == 0
        ? [[]]
        : Orders(writes - 1, rounds).SelectMany(
            order => Enumerable.Range(order.LastOrDefault(), (2 * rounds) - order.LastOrDefault()),
            (order, half) => (int[])[.. order, half]);

    /// <summary>Does writes in an order of <see cref="Orders"/>, then lets the collector come to rest.</summary>
    public async Task Run(int[] order, params Func<Task>[] writes)
    {
        int done = 0;
        for (int half = 0; done < writes.Length; half++)
        {
            for (; done < writes.Length && order[done] == half; done++)
            {
                await writes[done]();
            }

            await (half % 2 == 0 ? See() : _collector.Step());
        }

        int steps = 0;
        do
        {
            await See();
            Assert.InRange(++steps, 1, MostSteps);
        }
        while (await _collector.Step());
    }

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    private Task See()
    {
        while (_changes.TryRead(out ResourceChange change))
        {
            _collector.Observe(change);
        }

        return Task.CompletedTask;
    }
}
