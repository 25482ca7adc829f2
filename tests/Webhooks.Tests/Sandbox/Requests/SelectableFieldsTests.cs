using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Xunit;

namespace Webhooks.Tests.Sandbox.Requests;

public sealed class SelectableFieldsTests
{
    [Theory]
    [InlineData("", "configmaps", "metadata.namespace", true)]
    [InlineData("", "persistentvolumes", "metadata.namespace", true)]
    [InlineData("", "nodes", "metadata.name", true)]
    [InlineData("", "nodes", "metadata.namespace", false)]
    [InlineData("", "namespaces", "status.phase", true)]
    [InlineData("", "namespaces", "metadata.namespace", false)]
    [InlineData("", "namespaces", "name", false)]
    [InlineData("certificates.k8s.io", "certificatesigningrequests", "metadata.namespace", false)]
    [InlineData("", "pods", "spec.host", true)]
    [InlineData("", "events", "involvedObject.kind", true)]
    [InlineData("", "events", "reportingComponent", true)]
    [InlineData("", "events", "reportingController", false)]
    [InlineData("events.k8s.io", "events", "regarding.kind", true)]
    [InlineData("events.k8s.io", "events", "reportingController", true)]
    [InlineData("events.k8s.io", "events", "involvedObject.kind", false)]
    [InlineData("events.k8s.io", "events", "reportingComponent", false)]
    public void A_kind_is_selected_by_the_fields_of_its_version(string group, string resource, string field, bool isSelectable) =>
        Assert.Equal(isSelectable, SelectableFields.Of(Of(group, resource)).Contains(field));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Custom_resources_without_namespaces_are_not_selected_by_them(bool isNamespaced)
    {
        ApiResource widgets = Of("", "nodes") with { Definition = JsonTree.Parse("{}").Root, IsNamespaced = isNamespaced };
        Assert.Equal(isNamespaced, SelectableFields.Of(widgets).Contains("metadata.namespace"));
    }

    [Fact]
    public void The_node_of_a_pod_has_an_old_name_too() =>
        Assert.Equal("a", SelectableFields.ValueOf("spec.host", JsonTree.Parse("""{"spec":{"nodeName":"a"}}""").Root));

    private static ApiResource Of(string group, string resource) =>
        BuiltInKinds.All.First(one => one.GroupResource == new GroupResource(group, resource));
}
