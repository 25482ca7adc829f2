using System.Net;
using System.Net.Sockets;
using Webhooks.Sandbox.Faults;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Clusters;

/// <summary><c>serve</c> while its API server is stopped and started again, with what it held, without its history, or with an older one.</summary>
public sealed class StoppedServerTests
{
    private static readonly FaultMatch Watches = new() { User = "serve", Verb = "watch" };

    [Fact]
    public async Task A_server_that_comes_back_as_it_was_is_followed_on_from_where_it_stopped()
    {
        await using TemplatedCluster cluster = await StartAsync();
        await using Reviewing reviews = await AtOneAsync(cluster);
        await StopAsync(cluster);
        await reviews.StayAtAsync(1);
        Assert.Equal(HttpStatusCode.OK, (await cluster.LookAsync("/readyz")).Code);

        int before = Lists(cluster);
        await cluster.Server.ResumeAsync();
        await cluster.WriteAsync("agent", reviews.Config(2));
        await CaughtUpAsync(cluster, reviews, 2);
        Assert.Equal(before, Lists(cluster));
        Assert.Empty(reviews.Bad);
    }

    [Fact]
    public async Task A_server_that_comes_back_without_its_history_is_listed_anew()
    {
        await using TemplatedCluster cluster = await StartAsync();
        await using Reviewing reviews = await AtOneAsync(cluster);

        // Beyond what is watched: where the watch stands is forgotten then.
        await cluster.Admin.CreateAsync("elsewhere");
        await StopAsync(cluster);
        cluster.Server.RestoreTo(cluster.Server.Revision);
        int before = Lists(cluster);
        await cluster.Server.ResumeAsync();
        await Eventually.HoldsAsync(() => Lists(cluster) > before);
        await cluster.WriteAsync("agent", reviews.Config(2));
        await CaughtUpAsync(cluster, reviews, 2);
        Assert.Empty(reviews.Bad);
    }

    [Fact]
    public async Task A_server_that_comes_back_with_a_backup_is_believed()
    {
        await using TemplatedCluster cluster = await StartAsync();
        await using Reviewing reviews = await AtOneAsync(cluster);
        await cluster.Server.AtRest();
        long backup = cluster.Server.Revision;
        await cluster.WriteAsync("agent", reviews.Config(2));
        await Eventually.HoldsAsync(() => reviews.Latest == 2);

        await RestoreAsync(cluster, backup, () => CaughtUpAsync(cluster, reviews, 1));
        await cluster.WriteAsync("agent", reviews.Config(3));
        await CaughtUpAsync(cluster, reviews, 3);
        Assert.Empty(reviews.Bad);
    }

    [Fact]
    public async Task What_a_backup_does_not_have_is_missed_as_if_it_had_been_deleted()
    {
        await using TemplatedCluster cluster = await StartAsync();
        await cluster.Server.AtRest();
        long backup = cluster.Server.Revision;
        await using Reviewing reviews = await AtOneAsync(cluster);
        await RestoreAsync(cluster, backup, () => Eventually.HoldsAsync(async () => await cluster.MetricAsync("webhooks_templates_deleted") == "1"));
        await reviews.StayAtAsync(1);
        Assert.Empty(reviews.Bad);
    }

    private static Task<TemplatedCluster> StartAsync() => TemplatedCluster.StartAsync("serve", isGated: false);

    private static async Task<Reviewing> AtOneAsync(TemplatedCluster cluster)
    {
        Reviewing reviews = new(cluster.Reviewer(await cluster.Ready));
        await cluster.WriteAsync("agent", reviews.Config(1), isNew: true);
        await Eventually.HoldsAsync(() => reviews.Latest == 1);
        return reviews;
    }

    private static async Task StopAsync(TemplatedCluster cluster)
    {
        await cluster.Server.StopAsync();
        using Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        SocketException refused = await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(IPAddress.Loopback, cluster.Server.Address.Port));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz?verbose")).Text.Contains("can't be reached", StringComparison.Ordinal));
    }

    // Watches from before a restore are refused, as etcd has it when a backup is restored with a bumped revision.
    private static async Task RestoreAsync(TemplatedCluster cluster, long revision, Func<Task> seen)
    {
        await StopAsync(cluster);
        cluster.Server.RestoreTo(revision);
        using (cluster.Server.Faults.Add(Watches, FaultEffect.Expired))
        {
            await cluster.Server.ResumeAsync();
            await seen();
        }
    }

    private static async Task CaughtUpAsync(TemplatedCluster cluster, Reviewing reviews, int version)
    {
        await Eventually.HoldsAsync(() => reviews.Latest == version);
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz?verbose")).Text.Contains("[+]templates ok: 1 in force\n", StringComparison.Ordinal));
    }

    // A watch that begins with what is there is a list too.
    private static int Lists(TemplatedCluster cluster) => cluster.Server.Requests.Count(request =>
        request.User == "serve" && (request.Verb == "list" || request.Target.Contains("sendInitialEvents=true", StringComparison.Ordinal)));
}
