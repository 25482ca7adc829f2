using Webhooks.Client.Access;
using Webhooks.Client.Discovery;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Tests.Client.Access;
using Xunit;

namespace Webhooks.Tests.Client.Discovery;

/// <summary>Resources are found by what people call them, in both forms that servers answer in.</summary>
public sealed class ResourceMapperTests
{
    private const string AggregatedCore =
        """
        {"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1","freshness":"Current","resources":[
          {"resource":"configmaps","responseKind":{"group":"","version":"","kind":"ConfigMap"},"scope":"Namespaced","singularResource":"configmap","shortNames":["cm"],"verbs":["get"]},
          {"resource":"nodes","responseKind":{"kind":"Node"},"scope":"Cluster","singularResource":"node","subresources":[{"subresource":"status"}]}]}]}]}
        """;

    private const string AggregatedGroups =
        """
        {"kind":"APIGroupDiscoveryList","items":[
          {"metadata":{"name":"apps"},"versions":[
            {"version":"v1","resources":[{"resource":"deployments","responseKind":{"kind":"Deployment"},"scope":"Namespaced","singularResource":"deployment","shortNames":["deploy"],"categories":["all"]}]},
            {"version":"v1beta1","resources":[{"resource":"deployments","responseKind":{"kind":"Deployment"},"scope":"Namespaced","categories":["all"]}]}]},
          {"metadata":{"name":"metrics.example.com"},"versions":[{"version":"v1","freshness":"Stale","resources":[]}]}]}
        """;

    [Theory]
    [InlineData("deployments", "apps/v1")]
    [InlineData("Deployment", "apps/v1")]
    [InlineData("DEPLOY", "apps/v1")]
    [InlineData("deployment.apps", "apps/v1")]
    [InlineData("deployments.v1beta1.apps", "apps/v1beta1")]
    [InlineData("cm", "v1")]
    [InlineData("deployments.other", null)]
    public async Task A_name_means_a_resource_in_the_version_that_the_server_prefers(string name, string? version)
    {
        KubernetesClient client = new(new ScriptedTransport(Aggregated));
        Assert.Equal(version, (await client.Resources.FindAsync(name, default))?.ApiVersion);
    }

    [Fact]
    public async Task A_kind_a_category_and_a_stale_group_are_told()
    {
        ResourceMap map = await new KubernetesClient(new ScriptedTransport(Aggregated)).Resources.GetAsync(default);
        Assert.Equal(new ResourceType("apps", "v1beta1", "deployments", "Deployment", IsNamespaced: true), map.Find(new GroupVersionKind("apps", "v1beta1", "Deployment")));
        Assert.Equal(Node.Resource, map.Find(new GroupVersionKind("", "v1", "Node")));
        Assert.Equal(["apps/v1"], map.InCategory("all").Select(type => type.ApiVersion));
        Assert.Equal(new GroupVersion("metrics.example.com", "v1"), Assert.Single(map.Stale));
        Assert.Equal("status", Assert.Single(Assert.Single(map.Resources, resource => resource.Type == Node.Resource).Subresources));
    }

    [Fact]
    public async Task A_server_of_the_plain_form_is_asked_group_by_group()
    {
        ScriptedTransport transport = new(Plain);
        ResourceMap map = await new KubernetesClient(transport).Resources.GetAsync(default);
        Assert.Equal(ConfigMap.Resource, map.Find("cm"));
        Assert.Equal("apps/v1", map.Find("deploy")!.ApiVersion);
        Assert.Equal("status scale", string.Join(' ', Assert.Single(map.Resources, resource => resource.Type == map.Find("deploy")).Subresources));
        Assert.Equal(new GroupVersion("metrics.example.com", "v1"), Assert.Single(map.Stale));
        Assert.Equal(
            ["GET /api", "GET /api/v1", "GET /apis", "GET /apis/apps/v1", "GET /apis/apps/v1beta1", "GET /apis/metrics.example.com/v1"], transport.Asked);
    }

    [Fact]
    public async Task What_is_not_known_is_asked_for_once_more_and_what_is_known_never()
    {
        bool isThere = false;
        ScriptedTransport transport = new(request => request.Target == "/apis" && !isThere ? """{"kind":"APIGroupDiscoveryList","items":[]}""" : Aggregated(request));
        ResourceMapper mapper = new KubernetesClient(transport).Resources;
        Assert.NotNull(await mapper.FindAsync("cm", default));
        Assert.NotNull(await mapper.FindAsync("nodes", default));
        Assert.Equal(2, transport.Asked.Count);
        Assert.Null(await mapper.FindAsync("deploy", default));
        Assert.Equal(4, transport.Asked.Count);
        isThere = true;
        Assert.NotNull(await mapper.FindAsync("deploy", default));
        Assert.NotNull(await mapper.FindAsync(new GroupVersionKind("apps", "v1", "Deployment"), default));
        Assert.Equal(6, transport.Asked.Count);
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        bool isDown = true;
        ScriptedTransport transport = new(request => isDown ? throw new KubernetesApiException(Status.BadRequest("down")) : Aggregated(request));
        ResourceMapper mapper = new KubernetesClient(transport).Resources;
        await Assert.ThrowsAsync<KubernetesApiException>(() => mapper.FindAsync("cm", default));
        isDown = false;
        Assert.NotNull(await mapper.FindAsync("cm", default));
    }

    private static string Aggregated(ApiRequest request) => request.Target == "/api" ? AggregatedCore : AggregatedGroups;

    private static string Plain(ApiRequest request) => request.Target switch
    {
        "/api" => """{"kind":"APIVersions","versions":["v1"]}""",
        "/api/v1" => """{"kind":"APIResourceList","resources":[{"name":"configmaps","namespaced":true,"kind":"ConfigMap","shortNames":["cm"]}]}""",
        "/apis" =>
            """
            {"kind":"APIGroupList","groups":[
              {"name":"apps","versions":[{"version":"v1beta1"},{"version":"v1"}],"preferredVersion":{"version":"v1"}},
              {"name":"metrics.example.com","versions":[{"version":"v1"}],"preferredVersion":{"version":"v1"}}]}
            """,
        "/apis/apps/v1" or "/apis/apps/v1beta1" =>
            """
            {"resources":[{"name":"deployments","singularName":"deployment","namespaced":true,"kind":"Deployment","shortNames":["deploy"]},
              {"name":"deployments/status","namespaced":true,"kind":"Deployment"},{"name":"deployments/scale","namespaced":true,"kind":"Scale"}]}
            """,
        _ => throw new KubernetesApiException(Status.FromResponse(503, "GET", default, "", "no server")),
    };
}
