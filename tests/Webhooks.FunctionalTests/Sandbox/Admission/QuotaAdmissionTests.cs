using Webhooks.FunctionalTests.Sandbox.Controllers;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Admission;

public sealed class QuotaAdmissionTests
{
    [Fact]
    public async Task A_service_that_becomes_another_is_charged_the_difference()
    {
        await using ClusterInProcess cluster = await Limited("""{"services":"3","services.nodeports":"2"}""");
        await cluster.Create("services/n/s", """{"spec":{"ports":[{"port":1,"name":"a"},{"port":2,"name":"b"}]}}""");
        await cluster.Patch("services/n/s", """{"spec":{"type":"NodePort"}}""");
        Assert.Equal("""{"services":"1","services.nodeports":"2"}""", Used(cluster));

        await Refused(
            () => cluster.Patch("services/n/s", """{"spec":{"ports":[{"port":1,"name":"a"},{"port":2,"name":"b"},{"port":3,"name":"c"}]}}"""),
            "services \"s\" is forbidden: exceeded quota: q, requested: services.nodeports=1, used: services.nodeports=2, limited: services.nodeports=2");
        await cluster.Patch("services/n/s", """{"spec":{"type":"ClusterIP"}}""");
        await cluster.AtRest();
        Assert.Equal("""{"services":"1","services.nodeports":"0"}""", Used(cluster));
    }

    [Fact]
    public async Task A_pod_that_is_resized_is_charged_what_it_grows_by()
    {
        await using ClusterInProcess cluster = await Limited("""{"requests.cpu":"1"}""");
        await cluster.Create("pods/n/p", Pod("500m"));
        await cluster.Patch("pods/n/p", Pod("750m"), "resize");
        Assert.Equal("""{"requests.cpu":"750m"}""", Used(cluster));

        await Refused(
            () => cluster.Patch("pods/n/p", Pod("1250m"), "resize"),
            "pods \"p\" is forbidden: exceeded quota: q, requested: requests.cpu=500m, used: requests.cpu=750m, limited: requests.cpu=1");
    }

    [Fact]
    public async Task What_comes_into_the_scope_of_a_quota_is_charged_in_full()
    {
        await using ClusterInProcess cluster = await Limited("""{"pods":"1"}""", ""","scopes":["Terminating"]""");
        await cluster.Create("pods/n/p", Pod("1"));
        await cluster.Create("pods/n/q", Pod("1"));
        Assert.Equal("""{"pods":"0"}""", Used(cluster));

        await cluster.Patch("pods/n/p", """{"spec":{"activeDeadlineSeconds":60}}""");
        Assert.Equal("""{"pods":"1"}""", Used(cluster));
        await Refused(
            () => cluster.Patch("pods/n/q", """{"spec":{"activeDeadlineSeconds":60}}"""),
            "pods \"q\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1");
    }

    [Fact]
    public async Task All_quotas_of_a_namespace_are_charged_or_none()
    {
        await using ClusterInProcess cluster = await Limited("""{"secrets":"5"}""");
        await cluster.Create("resourcequotas/n/r", """{"spec":{"hard":{"count/secrets":"1"}}}""");
        await cluster.AtRest();
        await cluster.Create("secrets/n/a");
        await Refused(() => cluster.Create("secrets/n/b"), "secrets \"b\" is forbidden: exceeded quota: r, requested: count/secrets=1, used: count/secrets=1, limited: count/secrets=1");

        Assert.Equal("""{"secrets":"1"}""", Used(cluster));
        Assert.Equal("""{"count/secrets":"1"}""", cluster.Get("resourcequotas/n/r")["status"]["used"].ToString());
    }

    [Fact]
    public async Task A_charge_is_a_write_of_the_quota_s_status_by_the_server()
    {
        await using ClusterInProcess cluster = await Limited("""{"secrets":"5"}""");
        JsonValue made = await cluster.Create("secrets/n/a");
        JsonValue quota = cluster.Get("resourcequotas/n/q")["metadata"];

        Assert.Equal(long.Parse(made["metadata"]["resourceVersion"].GetString()) - 1, long.Parse(quota["resourceVersion"].GetString()));
        JsonValue owner = quota["managedFields"].Items().Single(entry => entry["manager"].GetString() == "kube-apiserver");
        Assert.Equal(("status", """{"f:status":{"f:used":{"f:secrets":{}}}}"""), (owner["subresource"].GetString(), owner["fieldsV1"].ToString()));
    }

    private static async Task<ClusterInProcess> Limited(string hard, string more = "")
    {
        ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("resourcequotas/n/q", $$"""{"spec":{"hard":{{hard}}{{more}} } }""");
        await cluster.AtRest();
        return cluster;
    }

    private static string Used(ClusterInProcess cluster) => cluster.Get("resourcequotas/n/q")["status"]["used"].ToString();

    private static string Pod(string cpu) => $$"""{"spec":{"containers":[{"name":"c","image":"i","resources":{"requests":{"cpu":"{{cpu}}"} } }]} }""";

    private static async Task Refused(Func<Task> write, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<StatusException>(write)).Status.Message);
}
