using System.Diagnostics;
using System.Net;
using Webhooks.Shared;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Clusters;

/// <summary><c>serve</c> with the templates of a cluster: over TLS, both ways, while reviews go on.</summary>
public sealed class ClusterTemplatesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_is_made_changed_broken_deleted_and_made_anew_is_in_force_and_no_answer_is_torn()
    {
        await using TemplatedCluster cluster = await TemplatedCluster.StartAsync();
        await using Reviewing reviews = new(cluster.Reviewer(await cluster.Ready));
        await Eventually.HoldsAsync(() => reviews.Answers > 0);
        Assert.Equal(0, reviews.Latest);

        List<TimeSpan> took = [];
        for (int version = 1; version <= 20; version++)
        {
            string config = reviews.Config(version);
            long began = Stopwatch.GetTimestamp();
            await cluster.WriteAsync("agent", config, isNew: version == 1);
            await Eventually.HoldsAsync(() => reviews.Latest == version);
            took.Add(Stopwatch.GetElapsedTime(began));
        }

        // Broken: the last good version stays.
        await cluster.WriteAsync("agent", "containers: 7\n");
        await Eventually.HoldsAsync(async () => await cluster.MetricAsync("webhooks_templates_broken") == "1");
        Assert.Contains("[+]templates ok: 1 in force; warning: 1 broken (agent at configmap/agent-initializer:1:13: containers: ", (await cluster.LookAsync("/readyz?verbose")).Text, StringComparison.Ordinal);
        Assert.NotEqual("0", await cluster.MetricAsync("webhooks_template_errors_total"));
        await reviews.StayAtAsync(20);

        // Deleted: it stays for ten minutes, and is gone then.
        await cluster.WriteAsync("agent", reviews.Config(21));
        await Eventually.HoldsAsync(() => reviews.Latest == 21);
        await cluster.DeleteAsync("agent");
        await Eventually.HoldsAsync(async () => await cluster.MetricAsync("webhooks_templates_deleted") == "1");
        await reviews.StayAtAsync(21);
        cluster.Time.Shift(TimeSpan.FromMinutes(10));
        await Eventually.HoldsAsync(() => reviews.Latest == 0);

        await cluster.WriteAsync("agent", reviews.Config(22), isNew: true);
        await Eventually.HoldsAsync(() => reviews.Latest == 22);
        Assert.Empty(reviews.Bad);
        output.WriteLine($"in force after {took.Average(time => time.TotalMilliseconds):0} ms, at most {took.Max().TotalMilliseconds:0} ms; {reviews.Answers} answers");
    }

    [Fact]
    public async Task An_API_server_that_goes_away_takes_nothing_away_and_is_caught_up_with_when_it_is_back()
    {
        await using TemplatedCluster cluster = await TemplatedCluster.StartAsync();
        await using Reviewing reviews = new(cluster.Reviewer(await cluster.Ready));
        await cluster.WriteAsync("agent", reviews.Config(1), isNew: true);
        await Eventually.HoldsAsync(() => reviews.Latest == 1);

        cluster.Gate.Close();
        await cluster.WriteAsync("agent", reviews.Config(2));
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz?verbose")).Text.Contains("can't be reached", StringComparison.Ordinal));
        await reviews.StayAtAsync(1);
        Assert.Equal(HttpStatusCode.OK, (await cluster.LookAsync("/readyz")).Code);

        cluster.Gate.Open();
        await Eventually.HoldsAsync(() => reviews.Latest == 2);
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz?verbose")).Text.Contains("[+]templates ok: 1 in force\n", StringComparison.Ordinal));

        // Deleted while nobody looked: missed from then on.
        cluster.Gate.Close();
        await cluster.DeleteAsync("agent");
        cluster.Gate.Open();
        await Eventually.HoldsAsync(async () => await cluster.MetricAsync("webhooks_templates_deleted") == "1");
        await reviews.StayAtAsync(2);
        Assert.Empty(reviews.Bad);
    }

    [Fact]
    public async Task Who_may_not_list_is_not_ready_and_is_told_what_to_grant()
    {
        await using TemplatedCluster cluster = await TemplatedCluster.StartAsync("serve", "people");
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz?verbose")).Text.Contains("[+]warm-up ok", StringComparison.Ordinal));
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz/templates")).Text.Contains("forbidden", StringComparison.Ordinal));
        (HttpStatusCode code, string text) = await cluster.LookAsync("/readyz/templates");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.StartsWith("templates failed: configmaps is forbidden: User \"serve\" cannot ", text, StringComparison.Ordinal);
        Assert.EndsWith("; give this account a Role with get, list and watch on configmaps in namespace webhooks-system (docs/operations.md has one)\n", text, StringComparison.Ordinal);
        Assert.False(cluster.Ready.IsCompleted);

        await cluster.GrantAsync("Role", "configmaps");
        await cluster.Ready.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await cluster.LookAsync("/readyz")).Code);
    }

    [Fact]
    public async Task What_runs_and_what_is_cached_can_be_looked_at()
    {
        await using TemplatedCluster cluster = await TemplatedCluster.StartAsync();
        await cluster.Ready;
        await cluster.Admin.SendAsync(HttpMethod.Post, "/api/v1/namespaces/webhooks-system/configmaps", """{"metadata":{"name":"other"},"data":{"a":"b"}}""");
        await cluster.WriteAsync("agent", "containers: []\n", isNew: true);
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/debug/informers")).Text.StartsWith("""[{"name":"configmaps","synced":true,"objects":1},{"name":"namespaces","synced":true,"objects":""", StringComparison.Ordinal));
        Assert.Equal(
            """[{"name":"tls","state":"running"},{"name":"templates","state":"running"},{"name":"drain","state":"running"},{"name":"informers","state":"running"},{"name":"namespaces","state":"running"}]""" + "\n",
            (await cluster.LookAsync("/debug/parts")).Text);
    }
}
