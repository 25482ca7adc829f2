using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class NamespaceLifecycleTests
{
    [Fact]
    public async Task A_deleted_namespace_goes_with_all_that_is_in_it()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/x");
        await cluster.Create("roles/n/x");
        await cluster.Delete("namespaces/n");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/x"));
        Assert.False(cluster.Has("roles/n/x"));
        Assert.False(cluster.Has("namespaces/n"));
    }

    [Fact]
    public async Task What_holds_a_namespace_stands_in_its_conditions()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/held", """{"metadata":{"finalizers":["example.com/b","example.com/a"]} }""");
        await cluster.Create("roles/n/held", """{"metadata":{"finalizers":["example.com/a"]} }""");
        await cluster.Delete("namespaces/n");
        await cluster.AtRest();

        Assert.Equal(
            [
                "NamespaceDeletionDiscoveryFailure False ResourcesDiscovered: All resources successfully discovered",
                "NamespaceDeletionGroupVersionParsingFailure False ParsedGroupVersions: All legacy kube types successfully parsed",
                "NamespaceDeletionContentFailure False ContentDeleted: All content successfully deleted, may be waiting on finalization",
                "NamespaceContentRemaining True SomeResourcesRemain: Some resources are remaining: configmaps. has 1 resource instances, roles.rbac.authorization.k8s.io has 1 resource instances",
                "NamespaceFinalizersRemaining True SomeFinalizersRemain: Some finalizers are remaining: example.com/a in 2 resource instances, example.com/b in 1 resource instances",
            ],
            Conditions(cluster));

        await cluster.Patch("configmaps/n/held", """{"metadata":{"finalizers":null}}""");
        await cluster.AtRest();
        Assert.EndsWith("example.com/a in 1 resource instances", Conditions(cluster)[4], StringComparison.Ordinal);

        await cluster.Patch("roles/n/held", """{"metadata":{"finalizers":null}}""");
        await cluster.AtRest();
        Assert.False(cluster.Has("namespaces/n"));
    }

    [Fact]
    public async Task Pods_go_before_all_else()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("pods/n/x", """{"metadata":{"finalizers":["example.com/a"]},"spec":{"containers":[{"name":"a","image":"a"}]} }""");
        await cluster.Create("configmaps/n/x");
        await cluster.Delete("namespaces/n");
        await cluster.AtRest();
        Assert.True(cluster.Has("configmaps/n/x"));

        await cluster.Patch("pods/n/x", """{"metadata":{"finalizers":null}}""");
        await cluster.AtRest();
        Assert.False(cluster.Has("namespaces/n"));
    }

    [Fact]
    public async Task Finalizers_of_others_hold_a_namespace_that_is_empty()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("namespaces/m", """{"metadata":{"finalizers":["example.com/hold"]},"spec":{"finalizers":["kubernetes"]} }""");
        await cluster.Delete("namespaces/m");
        await cluster.AtRest();
        Assert.Equal(0, cluster.Get("namespaces/m")["spec"]["finalizers"].Count);

        await cluster.Patch("namespaces/m", """{"metadata":{"finalizers":[]} }""");
        await cluster.AtRest();
        Assert.False(cluster.Has("namespaces/m"));
    }

    [Fact]
    public async Task It_is_left_alone_for_as_long_as_was_said()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(ApiServerOptions.Recorded);
        await cluster.Create("configmaps/n/x");
        await cluster.Delete("namespaces/n");
        await cluster.AtRest();
        cluster.Time.Advance(TimeSpan.FromSeconds(4));
        await cluster.Patch("configmaps/n/x", """{"metadata":{"labels":{"still":"changeable"}}}""");
        await cluster.AtRest();
        Assert.True(cluster.Has("configmaps/n/x"));

        cluster.Time.Advance(TimeSpan.FromSeconds(1));
        await cluster.Until(() => !cluster.Has("namespaces/n"));
        Assert.False(cluster.Has("configmaps/n/x"));
    }

    private static string[] Conditions(ClusterInProcess cluster) =>
    [
        .. cluster.Get("namespaces/n")["status"]["conditions"].Items().Select(condition =>
            $"{condition["type"].GetString()} {condition["status"].GetString()} {condition["reason"].GetString()}: {condition["message"].GetString()}"),
    ];
}
