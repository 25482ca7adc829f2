using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class DefinitionCleanupTests
{
    private const string Definition = "customresourcedefinitions/widgets.example.com";

    [Fact]
    public async Task A_deleted_definition_goes_with_its_objects_and_is_served_no_more()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await Define(cluster);
        await cluster.Create("widgets/n/x");
        await cluster.Delete(Definition);
        await cluster.AtRest();

        Assert.False(cluster.Has(Definition));
        Assert.DoesNotContain(cluster.Cluster.Kinds.Resources, resource => resource.Group == "example.com");
    }

    [Fact]
    public async Task A_deleted_definition_waits_for_finalizers_of_its_objects()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await Define(cluster);
        await cluster.Create("widgets/n/x", """{"metadata":{"finalizers":["example.com/a"]} }""");
        await cluster.Delete(Definition);
        await cluster.AtRest();
        Assert.Equal("True InstanceDeletionInProgress: CustomResource deletion is in progress", Terminating(cluster));
        Assert.False(cluster.Get("widgets/n/x")["metadata"]["deletionTimestamp"].IsAbsent);

        await cluster.Patch("widgets/n/x", """{"metadata":{"finalizers":null}}""");
        await cluster.AtRest();
        Assert.False(cluster.Has(Definition));
    }

    [Fact]
    public async Task A_definition_that_others_hold_says_that_its_objects_are_gone()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await Define(cluster, ""","finalizers":["example.com/hold"]""");
        await cluster.Create("widgets/n/x");
        await cluster.Delete(Definition);
        await cluster.AtRest();

        Assert.Equal("False InstanceDeletionCompleted: removed all instances", Terminating(cluster));
        Assert.Equal("""["example.com/hold"]""", cluster.Get(Definition)["metadata"]["finalizers"].ToString());
    }

    [Fact]
    public async Task What_a_custom_resource_owned_goes_with_its_definition()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await Define(cluster);
        await cluster.Create("widgets/n/x");
        await cluster.Create("configmaps/n/child", $$"""{"metadata":{"ownerReferences":[{{cluster.ReferenceTo("widgets/n/x")}}]} }""");
        await cluster.Delete(Definition);
        await cluster.AtRest();

        Assert.False(cluster.Has("configmaps/n/child"));
    }

    private static Task<Webhooks.Resources.Json.JsonValue> Define(ClusterInProcess cluster, string metadata = "") => cluster.Create(
        Definition,
        $$"""
        {"metadata":{"labels":{} {{metadata}} },"spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","kind":"Widget"},
        "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"} } }]} }
        """);

    private static string Terminating(ClusterInProcess cluster) => cluster.Get(Definition)["status"]["conditions"].Items()
        .Where(condition => condition["type"].GetString() == "Terminating")
        .Select(condition => $"{condition["status"].GetString()} {condition["reason"].GetString()}: {condition["message"].GetString()}")
        .Single();
}
