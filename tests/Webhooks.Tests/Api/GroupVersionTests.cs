using Webhooks.Resources.Api;
using Xunit;

namespace Webhooks.Tests.Api;

public class GroupVersionTests
{
    [Theory]
    [InlineData("v1", "", "v1", "v1")]
    [InlineData("apps/v1", "apps", "v1", "apps/v1")]
    [InlineData("rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io", "v1beta1", "rbac.authorization.k8s.io/v1beta1")]
    [InlineData("", "", "", "")]
    [InlineData("/", "", "", "")]
    [InlineData("/v1", "", "v1", "v1")]
    [InlineData("apps/", "apps", "", "apps/")]
    public void An_api_version_names_group_and_version(string text, string group, string version, string printed)
    {
        GroupVersion parsed = GroupVersion.Parse(text);

        Assert.Equal(new GroupVersion(group, version), parsed);
        Assert.Equal(printed, parsed.ToString());
    }

    [Theory]
    [InlineData("a/b/c")]
    [InlineData("//")]
    public void More_than_one_slash_is_refused(string text)
    {
        Assert.False(GroupVersion.TryParse(text, out GroupVersion parsed, out string? error));
        Assert.Equal($"unexpected GroupVersion string: {text}", error);
        Assert.Equal("", parsed.ToString());
        Assert.Equal(error, Assert.Throws<FormatException>(() => GroupVersion.Parse(text)).Message);
    }

    [Theory]
    [InlineData("pods", "", "pods")]
    [InlineData("deployments.apps", "apps", "deployments")]
    [InlineData("users.example.com", "example.com", "users")]
    [InlineData("", "", "")]
    public void A_resource_is_told_with_its_group(string text, string group, string resource)
    {
        GroupResource parsed = GroupResource.Parse(text);

        Assert.Equal(new GroupResource(group, resource), parsed);
        Assert.Equal(text, parsed.ToString());
        Assert.Equal(text.Length == 0, parsed.IsEmpty);
        Assert.Equal(new GroupKind(group, resource), GroupKind.Parse(text));
        Assert.Equal(text, GroupKind.Parse(text).ToString());
    }

    [Fact]
    public void Kinds_and_resources_print_as_in_Go()
    {
        GroupVersionKind deployment = GroupVersion.Parse("apps/v1").WithKind("Deployment");
        GroupVersionResource pods = GroupVersion.Parse("v1").WithResource("pods");

        Assert.Equal("apps/v1, Kind=Deployment", deployment.ToString());
        Assert.Equal("apps/v1", deployment.GroupVersion.ToString());
        Assert.Equal("Deployment.apps", deployment.GroupKind.ToString());
        Assert.Equal("/v1, Resource=pods", pods.ToString());
        Assert.Equal("v1", pods.GroupVersion.ToString());
        Assert.Equal("pods", pods.GroupResource.ToString());
    }

    [Fact]
    public void The_defaults_print_as_nothing()
    {
        Assert.Equal("", default(GroupVersion).ToString());
        Assert.Equal("", default(GroupResource).ToString());
        Assert.Equal("", default(GroupKind).ToString());
        Assert.True(default(GroupResource).IsEmpty);
    }
}
