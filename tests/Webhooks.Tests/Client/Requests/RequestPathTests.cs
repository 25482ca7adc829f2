using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Api;
using Xunit;

namespace Webhooks.Tests.Client.Requests;

/// <summary>A name is one part of a path, and arrives as it was.</summary>
public sealed class RequestPathTests
{
    private static readonly ResourceRequests ConfigMaps = ResourceRequests.For<ConfigMap>();
    private static readonly ResourceRequests Roles = new(new ResourceType("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", IsNamespaced: false));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("../../nodes")]
    [InlineData("a%2fb")]
    public void A_part_that_would_lead_elsewhere_is_refused_wherever_it_stands(string part)
    {
        ArgumentException[] problems =
        [
            Assert.Throws<ArgumentException>(() => ConfigMaps.Get(new ObjectKey("shop", part))),
            Assert.Throws<ArgumentException>(() => ConfigMaps.Get(new ObjectKey(part, "cart"))),
            Assert.Throws<ArgumentException>(() => ConfigMaps.Get(new ObjectKey("shop", "cart"), new Subresource(part))),
            Assert.Throws<ArgumentException>(() => ConfigMaps.Create(part, "{}"u8.ToArray())),
            Assert.Throws<ArgumentException>(() => new ResourceRequests(new ResourceType("a", part, "b", "B", IsNamespaced: false))),
            Assert.Throws<ArgumentException>(() => RawRequests.ResourcesOf(new GroupVersion("a", part))),
        ];
        Assert.All(problems, problem => Assert.StartsWith("the ", problem.Message.Replace("configmaps are", "the", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_would_arrive_as_another_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Roles.Get(new ObjectKey("", "a\ud800")));
        Assert.Throws<ArgumentException>(() => Roles.Create("", "{}"u8.ToArray(), new WriteOptions { FieldManager = "\udc00a" }));
    }

    [Theory]
    [InlineData("system:node")]
    [InlineData("a..b")]
    [InlineData("a b+c&d=e?f#g")]
    [InlineData("ünï-日本-🙂")]
    [InlineData("a\r\nHost: elsewhere")]
    public void Any_other_name_arrives_as_it_was(string name)
    {
        string target = Roles.Get(new ObjectKey("", name)).Target;
        Uri address = new("https://example.com" + target);
        Assert.Equal(name, Uri.UnescapeDataString(address.Segments[^1]));
        Assert.Equal("/apis/rbac.authorization.k8s.io/v1/clusterroles/" + Uri.EscapeDataString(name), target);
        Assert.Equal(target, address.PathAndQuery);
        Assert.All(target, character => Assert.InRange(character, '!', '~'));
    }

    [Fact]
    public void What_is_in_a_namespace_needs_one_and_what_is_in_none_has_none()
    {
        Assert.Throws<ArgumentException>(() => ConfigMaps.Get(new ObjectKey("", "cart")));
        Assert.Throws<ArgumentException>(() => ConfigMaps.Delete(default));
        Assert.Throws<ArgumentException>(() => ConfigMaps.DeleteCollection("", ListOptions.Default));
        Assert.Throws<ArgumentException>(() => Roles.Get(new ObjectKey("shop", "view")));
        Assert.Throws<ArgumentException>(() => Roles.List("shop", ListOptions.Default));
        Assert.Equal("/apis/rbac.authorization.k8s.io/v1/clusterroles", Roles.DeleteCollection("", ListOptions.Default).Target);
    }

    [Fact]
    public void A_server_is_asked_for_what_it_is()
    {
        Assert.Equal(
            ["/version", "/api", "/apis", "/openapi/v3", "/api/v1", "/apis/apps/v1", "/openapi/v3/api/v1", "/openapi/v3/apis/apps/v1"],
            new[]
            {
                RawRequests.Version, RawRequests.CoreGroup, RawRequests.Groups, RawRequests.OpenApi, RawRequests.ResourcesOf(new("", "v1")),
                RawRequests.ResourcesOf(new("apps", "v1")), RawRequests.OpenApiOf(new("", "v1")), RawRequests.OpenApiOf(new("apps", "v1")),
            }.Select(request => request.Target));
        Assert.StartsWith("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,", RawRequests.Groups.Accept, StringComparison.Ordinal);
        Assert.EndsWith(",application/json", RawRequests.Groups.Accept, StringComparison.Ordinal);
    }
}
