using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

/// <summary>What the garbage collector makes of writes does not depend on how far it is behind them.</summary>
public sealed class LateCollectorTests
{
    private const int Rounds = 3;

    [Fact]
    public async Task A_circle_of_owners_that_block_each_other_goes_however_late_it_is_seen()
    {
        await using LateCollector collector = await LateCollector.Start();
        ClusterInProcess cluster = collector.Cluster;
        foreach (int[] order in LateCollector.Orders(4, Rounds))
        {
            string name = string.Join('-', order);
            string one = $"configmaps/n/one-{name}";
            string two = $"configmaps/n/two-{name}";
            await collector.Run(
                order,
                () => cluster.Create(one),
                () => cluster.Create(two, Owned(cluster.ReferenceTo(one, isBlocking: true))),
                () => cluster.Patch(one, Owned(cluster.ReferenceTo(two, isBlocking: true))),
                () => cluster.Delete(one, "Foreground"));

            Assert.False(cluster.Has(one), one);
            Assert.False(cluster.Has(two), two);
        }
    }

    [Fact]
    public async Task An_owner_waits_for_a_child_that_blocks_however_late_that_is_seen()
    {
        await using LateCollector collector = await LateCollector.Start();
        ClusterInProcess cluster = collector.Cluster;
        await foreach ((string owner, string child) in DeletedOwners(collector, "Foreground", isBlocking: true, "\"example.com/slow\""))
        {
            Assert.True(cluster.Has(owner), owner);
            Assert.False(cluster.Get(child)["metadata"]["deletionTimestamp"].IsAbsent, child);
        }
    }

    [Fact]
    public async Task An_orphan_stays_however_late_it_is_seen()
    {
        await using LateCollector collector = await LateCollector.Start();
        ClusterInProcess cluster = collector.Cluster;
        await foreach ((string owner, string child) in DeletedOwners(collector, "Orphan"))
        {
            Assert.False(cluster.Has(owner), owner);
            Assert.True(cluster.Has(child), child);
        }
    }

    /// <summary>An owner with an owner, its child, and the owner's deletion: one pair for each order in which the writes are seen.</summary>
    private static async IAsyncEnumerable<(string Owner, string Child)> DeletedOwners(
        LateCollector collector, string propagation, bool isBlocking = false, string finalizers = "")
    {
        ClusterInProcess cluster = collector.Cluster;
        await cluster.Create("configmaps/n/root");
        foreach (int[] order in LateCollector.Orders(3, Rounds))
        {
            string name = string.Join('-', order);
            string owner = $"configmaps/n/owner-{name}";
            string child = $"configmaps/n/child-{name}";
            await collector.Run(
                order,
                () => cluster.Create(owner, Owned(cluster.ReferenceTo("configmaps/n/root"))),
                () => cluster.Create(child, Owned(cluster.ReferenceTo(owner, isBlocking), finalizers)),
                () => cluster.Delete(owner, propagation));
            yield return (owner, child);
        }
    }

    private static string Owned(string owner, string finalizers = "") =>
        $$"""{"metadata":{"ownerReferences":[{{owner}}],"finalizers":[{{finalizers}}]} }""";
}
