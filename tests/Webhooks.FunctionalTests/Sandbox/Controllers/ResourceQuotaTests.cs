using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Answers;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class ResourceQuotaTests
{
    private const string Pod = """{"spec":{"containers":[{"name":"c","image":"i"}]}}""";

    [Fact]
    public async Task A_new_quota_tells_what_is_used_of_what_it_limits()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/x");
        await cluster.Create("resourcequotas/n/few", """{"spec":{"hard":{"configmaps":"3","count/secrets":"2","limits.cpu":"2","count/nobodys.example.com":"1"}}}""");
        await cluster.AtRest();

        Assert.Equal(
            """{"hard":{"configmaps":"3","count/nobodys.example.com":"1","count/secrets":"2","limits.cpu":"2"},"used":{"configmaps":"1","count/secrets":"0","limits.cpu":"0"}}""",
            cluster.Get("resourcequotas/n/few")["status"].ToString());
    }

    [Fact]
    public async Task What_goes_is_given_back_and_what_comes_is_charged_at_once()
    {
        await using ClusterInProcess cluster = await Limited("configmaps", 2);
        await cluster.Create("configmaps/n/a");
        await cluster.Create("configmaps/n/b");
        Assert.Equal("2", Used(cluster, "configmaps"));
        await Refused(() => cluster.Create("configmaps/n/c"), "configmaps \"c\" is forbidden: exceeded quota: few, requested: configmaps=1, used: configmaps=2, limited: configmaps=2");

        await cluster.Delete("configmaps/n/a");
        await cluster.AtRest();
        Assert.Equal("1", Used(cluster, "configmaps"));
        await cluster.Create("configmaps/n/c");
    }

    [Fact]
    public async Task Nothing_is_charged_that_is_not_stored()
    {
        await using ClusterInProcess cluster = await Limited("configmaps", 2);
        await cluster.Create("configmaps/n/a");
        await Refused(() => cluster.Create("configmaps/n/a"), "configmaps \"a\" already exists");

        Assert.Equal("1", Used(cluster, "configmaps"));
    }

    [Fact]
    public async Task A_pod_that_has_ended_still_counts_as_an_object_and_no_more_as_a_pod()
    {
        await using ClusterInProcess cluster = await Limited("pods", 1, "count/pods");
        await cluster.Create("pods/n/p", Pod);
        await cluster.Patch("pods/n/p", """{"status":{"phase":"Succeeded"}}""", "status");
        await cluster.AtRest();

        Assert.Equal("0", Used(cluster, "pods"));
        Assert.Equal("1", Used(cluster, "count/pods"));
    }

    [Fact]
    public async Task A_changed_quota_is_counted_anew()
    {
        await using ClusterInProcess cluster = await Limited("configmaps", 2);
        await cluster.Create("secrets/n/s");
        await cluster.Patch("resourcequotas/n/few", """{"spec":{"hard":{"configmaps":null,"secrets":"1"}}}""");
        await cluster.AtRest();

        Assert.Equal("""{"hard":{"secrets":"1"},"used":{"secrets":"1"}}""", cluster.Get("resourcequotas/n/few")["status"].ToString());
        await Refused(() => cluster.Create("secrets/n/t"), "secrets \"t\" is forbidden: exceeded quota: few, requested: secrets=1, used: secrets=1, limited: secrets=1");
    }

    [Fact]
    public async Task A_status_that_somebody_else_wrote_counts_until_the_next_full_count()
    {
        await using ClusterInProcess cluster = await Limited("configmaps", 2);
        await cluster.Patch("resourcequotas/n/few", """{"status":{"used":{"configmaps":"2"}}}""", "status");
        await cluster.AtRest();
        await Refused(() => cluster.Create("configmaps/n/a"), "configmaps \"a\" is forbidden: exceeded quota: few, requested: configmaps=1, used: configmaps=2, limited: configmaps=2");

        cluster.Time.Advance(TimeSpan.FromMinutes(5));
        await cluster.Until(() => Used(cluster, "configmaps") == "0");
        await cluster.Create("configmaps/n/a");
    }

    [Fact]
    public async Task Custom_resources_are_counted_as_soon_as_they_are_served()
    {
        await using ClusterInProcess cluster = await Limited("count/crontabs.stable.example.com", 1);
        Assert.Equal("", Used(cluster, "count/crontabs.stable.example.com"));
        await cluster.Create("customresourcedefinitions/crontabs.stable.example.com", """
            {"spec":{"group":"stable.example.com","scope":"Namespaced","names":{"plural":"crontabs","singular":"crontab","kind":"CronTab","listKind":"CronTabList"},
            "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}}]}}
            """);
        await cluster.AtRest();
        await cluster.Create("crontabs/n/a");
        await Refused(
            () => cluster.Create("crontabs/n/b"),
            "crontabs.stable.example.com \"b\" is forbidden: exceeded quota: few, requested: count/crontabs.stable.example.com=1, "
            + "used: count/crontabs.stable.example.com=1, limited: count/crontabs.stable.example.com=1");
    }

    [Fact]
    public async Task A_server_as_it_was_recorded_counts_nothing_and_still_holds_to_what_is_counted()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(ApiServerOptions.Recorded);
        await cluster.Create("resourcequotas/n/few", """{"spec":{"hard":{"configmaps":"0"}}}""");
        await cluster.AtRest();
        await cluster.Create("configmaps/n/a");

        await cluster.Patch("resourcequotas/n/few", """{"status":{"hard":{"configmaps":"0"}}}""", "status");
        await Refused(() => cluster.Create("configmaps/n/b"), "configmaps \"b\" is forbidden: status unknown for quota: few, resources: configmaps");
    }

    [Fact]
    public async Task A_ReplicaSet_tells_why_its_pods_are_missing_and_comes_to_rest()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(new ApiServerOptions { MakesServiceAccounts = false, PlaysWorkloads = true });
        await cluster.Create("resourcequotas/n/few", """{"spec":{"hard":{"pods":"1"}}}""");
        await cluster.AtRest();
        await cluster.Create("replicasets/n/r", """
            {"spec":{"replicas":3,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}
            """);
        await cluster.AtRest();
        JsonValue condition = cluster.Get("replicasets/n/r")["status"]["conditions"].Items().Single();

        // Each try is about a pod of another name, and changes nothing.
        long revision = cluster.Cluster.Store.Revision;
        cluster.Time.Advance(TimeSpan.FromSeconds(1));
        await cluster.AtRest();
        Assert.Equal(revision, cluster.Cluster.Store.Revision);
        Assert.Matches("^pods \"r-.....\" is forbidden: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1$", condition["message"].GetString());
        Assert.Single(cluster.List("pods"));
    }

    /// <summary>A cluster with a quota <c>few</c> that allows so many of each.</summary>
    private static async Task<ClusterInProcess> Limited(string name, int most, params string[] more)
    {
        ClusterInProcess cluster = await ClusterInProcess.Start();
        string hard = string.Join(',', more.Prepend(name).Select(one => string.Create(CultureInfo.InvariantCulture, $"\"{one}\":\"{most}\"")));
        await cluster.Create("resourcequotas/n/few", $$"""{"spec":{"hard":{ {{hard}} } } }""");
        await cluster.AtRest();
        return cluster;
    }

    private static string Used(ClusterInProcess cluster, string name) => cluster.Get("resourcequotas/n/few")["status"]["used"][name].AsString() ?? "";

    private static async Task Refused(Func<Task> write, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<StatusException>(write)).Status.Message);
}
