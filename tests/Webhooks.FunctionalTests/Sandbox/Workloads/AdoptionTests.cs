using Webhooks.FunctionalTests.Sandbox.Controllers;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Workloads;

public sealed class AdoptionTests
{
    private const string Deployment = "deployments/n/web";
    private const string Labels = """{"app":"web"}""";

    private const string Spec =
        $$"""{"spec":{"replicas":2,"selector":{"matchLabels":{{Labels}}},"template":{"metadata":{"labels":{{Labels}}},"spec":{"containers":[{"name":"main","image":"a"}]} } } }""";

    [Fact]
    public async Task A_deployment_adopts_the_set_that_another_left_behind()
    {
        await using ClusterInProcess cluster = await Start();
        await cluster.Create(Deployment, Spec);
        await cluster.AtRest();
        string[] pods = NamesOf(cluster, "pods");
        await cluster.Delete(Deployment, "Orphan");
        await cluster.AtRest();
        Assert.True(Assert.Single(cluster.List("replicasets"))["metadata"]["ownerReferences"].IsMissing);

        await cluster.Create(Deployment, Spec);
        await cluster.AtRest();
        JsonValue reference = Assert.Single(Assert.Single(cluster.List("replicasets"))["metadata"]["ownerReferences"].Items());
        Assert.Equal(cluster.UidOf(Deployment), reference["uid"].GetString());
        Assert.Equal("true", reference["controller"].ToString());
        Assert.Equal(pods, NamesOf(cluster, "pods"));
    }

    [Fact]
    public async Task A_set_counts_a_pod_that_nobody_controls_among_its_own()
    {
        await using ClusterInProcess cluster = await Start();
        await cluster.Create("pods/n/alone", $$"""{"metadata":{"labels":{{Labels}}},"spec":{"containers":[{"name":"main","image":"a"}]} }""");
        await cluster.Create("pods/n/other", """{"metadata":{"labels":{"app":"other"}},"spec":{"containers":[{"name":"main","image":"a"}]} }""");
        await cluster.Create("replicasets/n/web", Spec);
        await cluster.AtRest();

        Assert.Equal(3, cluster.List("pods").Length);
        Assert.Equal(cluster.UidOf("replicasets/n/web"), Assert.Single(cluster.Get("pods/n/alone")["metadata"]["ownerReferences"].Items())["uid"].GetString());
        Assert.True(cluster.Get("pods/n/other")["metadata"]["ownerReferences"].IsMissing);
    }

    [Fact]
    public async Task A_pod_that_comes_later_is_one_too_many()
    {
        await using ClusterInProcess cluster = await Start();
        await cluster.Create("replicasets/n/web", Spec);
        await cluster.AtRest();
        await cluster.Create("pods/n/late", $$"""{"metadata":{"labels":{{Labels}}},"spec":{"containers":[{"name":"main","image":"a"}]} }""");
        await cluster.AtRest();

        Assert.Equal(2, cluster.List("pods").Length);
    }

    private static string[] NamesOf(ClusterInProcess cluster, string plural) =>
        [.. cluster.List(plural).Select(item => item["metadata"]["name"].GetString())];

    private static Task<ClusterInProcess> Start() => ClusterInProcess.Start(new ApiServerOptions { MakesServiceAccounts = false, PlaysWorkloads = true });
}
