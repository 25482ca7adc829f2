using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class RoleAggregationTests
{
    private const string Secrets = """{"apiGroups":[""],"resources":["secrets"],"verbs":["get"]}""";
    private const string Pods = """{"apiGroups":[""],"resources":["pods"],"verbs":["list"]}""";

    [Fact]
    public async Task A_role_that_aggregates_has_the_rules_of_those_it_selects()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("clusterroles/all", """{"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"part-of":"all"}}]} }""");
        await cluster.Create("clusterroles/b", $$"""{"metadata":{"labels":{"part-of":"all"} },"rules":[{{Secrets}}]}""");
        await cluster.Create("clusterroles/a", $$"""{"metadata":{"labels":{"part-of":"all"} },"rules":[{{Pods}}]}""");
        await cluster.Create("clusterroles/c", $$"""{"rules":[{{Secrets}}]}""");
        await cluster.AtRest();
        Assert.Equal(["pods", "secrets"], Rules(cluster));

        await cluster.Delete("clusterroles/a");
        await cluster.AtRest();
        Assert.Equal(["secrets"], Rules(cluster));
    }

    private static IEnumerable<string> Rules(ClusterInProcess cluster) =>
        cluster.Get("clusterroles/all")["rules"].Items().Select(rule => rule["resources"].Items().Single().GetString());
}
