using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class GarbageCollectionTests
{
    [Fact]
    public async Task Dependents_and_theirs_go_with_the_owner()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/owner");
        await Own(cluster, "secrets/n/child", "configmaps/n/owner");
        await Own(cluster, "configmaps/n/grandchild", "secrets/n/child");
        await cluster.Create("configmaps/n/stranger");
        await cluster.AtRest();
        Assert.True(cluster.Has("configmaps/n/grandchild"));

        await cluster.Delete("configmaps/n/owner");
        await cluster.AtRest();

        Assert.False(cluster.Has("secrets/n/child"));
        Assert.False(cluster.Has("configmaps/n/grandchild"));
        Assert.True(cluster.Has("configmaps/n/stranger"));
    }

    [Theory]
    [InlineData("nobody", "99999999-9999-9999-9999-999999999999")]
    [InlineData("real", "88888888-8888-8888-8888-888888888888")]
    public async Task A_child_of_nobody_is_deleted(string name, string uid)
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/real");
        await cluster.Create("configmaps/n/child", $$"""{"metadata":{"ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"{{name}}","uid":"{{uid}}"}]} }""");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/child"));
        Assert.True(cluster.Has("configmaps/n/real"));
    }

    [Fact]
    public async Task An_owner_in_another_namespace_is_none_and_a_cluster_scoped_one_is()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("namespaces/other");
        await cluster.Create("configmaps/other/owner");
        await Own(cluster, "configmaps/n/by-namespace", "namespaces/other");
        await Own(cluster, "configmaps/n/child", "configmaps/other/owner");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/child"));
        Assert.True(cluster.Has("configmaps/n/by-namespace"));
    }

    [Fact]
    public async Task A_cluster_scoped_child_of_a_namespaced_owner_is_left_alone()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/owner");
        await Own(cluster, "priorityclasses/child", "configmaps/n/owner");
        await cluster.Delete("configmaps/n/owner");
        await cluster.AtRest();

        Assert.True(cluster.Has("priorityclasses/child"));
    }

    [Fact]
    public async Task A_child_whose_owners_kind_is_not_served_is_left_alone()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/child", """{"metadata":{"ownerReferences":[{"apiVersion":"example.com/v1","kind":"Widget","name":"x","uid":"u"}]} }""");
        await cluster.AtRest();

        Assert.True(cluster.Has("configmaps/n/child"));
    }

    [Fact]
    public async Task A_child_of_two_owners_loses_one_reference_with_the_first_and_goes_with_the_second()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/one");
        await cluster.Create("configmaps/n/two");
        await Own(cluster, "configmaps/n/child", "configmaps/n/one", "configmaps/n/two");
        await cluster.Delete("configmaps/n/one");
        await cluster.AtRest();
        Assert.Equal(["two"], Owners(cluster, "configmaps/n/child"));

        await cluster.Delete("configmaps/n/two");
        await cluster.AtRest();
        Assert.False(cluster.Has("configmaps/n/child"));
    }

    [Fact]
    public async Task A_reference_added_later_counts_and_one_taken_out_does_not()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/owner");
        await cluster.Create("configmaps/n/adopted");
        await Own(cluster, "configmaps/n/released", "configmaps/n/owner");
        await cluster.Patch("configmaps/n/adopted", $$"""{"metadata":{"ownerReferences":[{{cluster.ReferenceTo("configmaps/n/owner")}}]} }""");
        await cluster.Patch("configmaps/n/released", """{"metadata":{"ownerReferences":null}}""");
        await cluster.Delete("configmaps/n/owner");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/adopted"));
        Assert.True(cluster.Has("configmaps/n/released"));
    }

    [Fact]
    public async Task An_owner_deleted_in_the_foreground_waits_for_a_child_that_blocks()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/owner");
        await cluster.Create("configmaps/n/child", $$"""{"metadata":{"finalizers":["example.com/slow"],"ownerReferences":[{{cluster.ReferenceTo("configmaps/n/owner", isBlocking: true)}}]} }""");
        await Own(cluster, "configmaps/n/quick", "configmaps/n/owner");
        await cluster.Delete("configmaps/n/owner", "Foreground");
        await cluster.AtRest();
        Assert.Equal("""["foregroundDeletion"]""", cluster.Get("configmaps/n/owner")["metadata"]["finalizers"].ToString());
        Assert.False(cluster.Get("configmaps/n/child")["metadata"]["deletionTimestamp"].IsAbsent);
        Assert.False(cluster.Has("configmaps/n/quick"));

        await cluster.Patch("configmaps/n/child", """{"metadata":{"finalizers":null}}""");
        await cluster.AtRest();
        Assert.False(cluster.Has("configmaps/n/child"));
        Assert.False(cluster.Has("configmaps/n/owner"));
    }

    [Fact]
    public async Task An_owner_deleted_in_the_foreground_does_not_wait_for_a_child_that_does_not_block()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/owner");
        await cluster.Create("configmaps/n/child", $$"""{"metadata":{"finalizers":["example.com/slow"],"ownerReferences":[{{cluster.ReferenceTo("configmaps/n/owner")}}]} }""");
        await cluster.Delete("configmaps/n/owner", "Foreground");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/owner"));
        Assert.False(cluster.Get("configmaps/n/child")["metadata"]["deletionTimestamp"].IsAbsent);
    }

    [Fact]
    public async Task A_circle_of_owners_that_block_each_other_goes_in_the_foreground()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/one");
        await cluster.Create("configmaps/n/two", $$"""{"metadata":{"ownerReferences":[{{cluster.ReferenceTo("configmaps/n/one", isBlocking: true)}}]} }""");
        await cluster.Patch("configmaps/n/one", $$"""{"metadata":{"ownerReferences":[{{cluster.ReferenceTo("configmaps/n/two", isBlocking: true)}}]} }""");
        await cluster.Delete("configmaps/n/one", "Foreground");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/one"));
        Assert.False(cluster.Has("configmaps/n/two"));
    }

    [Fact]
    public async Task Orphans_stay_without_their_reference()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/owner");
        await cluster.Create("configmaps/n/other");
        await Own(cluster, "secrets/n/child", "configmaps/n/owner");
        await Own(cluster, "secrets/n/shared", "configmaps/n/owner", "configmaps/n/other");
        await cluster.Delete("configmaps/n/owner", "Orphan");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/owner"));
        Assert.True(cluster.Has("secrets/n/child"));
        Assert.True(cluster.Get("secrets/n/child")["metadata"]["ownerReferences"].IsMissing);
        Assert.Equal(["other"], Owners(cluster, "secrets/n/shared"));
    }

    [Fact]
    public async Task Orphans_of_nobody_cost_one_write()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("configmaps/n/o");
        await cluster.AtRest();
        long before = cluster.Cluster.Store.Revision;
        await cluster.Delete("configmaps/n/o", "Orphan");
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/o"));
        Assert.Equal(before + 2, cluster.Cluster.Store.Revision);
    }

    private static Task<JsonValue> Own(ClusterInProcess cluster, string path, params string[] owners) =>
        cluster.Create(path, $$"""{"metadata":{"ownerReferences":[{{string.Join(',', owners.Select(owner => cluster.ReferenceTo(owner)))}}]} }""");

    private static IEnumerable<string> Owners(ClusterInProcess cluster, string path) =>
        cluster.Get(path)["metadata"]["ownerReferences"].Items().Select(reference => reference["name"].GetString());
}
