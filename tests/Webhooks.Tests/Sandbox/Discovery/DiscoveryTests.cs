using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;
using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.Tests.Sandbox.Discovery;

public class DiscoveryTests
{
    [Fact]
    public void The_version_is_laid_out_for_people() =>
        Assert.StartsWith("{\n  \"major\": \"1\",\n  \"minor\": \"36\",\n", Encoding.UTF8.GetString(DiscoveryDocuments.Version.Span), StringComparison.Ordinal);

    [Fact]
    public void Groups_come_by_priority_and_custom_ones_last_by_name()
    {
        string[] definitions = ["b.example.com", "a.example.com"];
        IEnumerable<ApiResource> custom = definitions.SelectMany(group => Definitions.Resources(JsonTree.Parse(
            $$$"""{"spec":{"group":"{{{group}}}","scope":"Cluster","names":{"plural":"ws","singular":"w","kind":"W"},"versions":[{"name":"v1","served":true,"storage":true}]}}""").Root));

        string[] groups = [.. ApiGroup.Of([.. custom, .. BuiltInKinds.All]).Select(group => group.Name)];

        Assert.Equal(
            [
                "apiregistration.k8s.io", "", "apps", "events.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch",
                "certificates.k8s.io", "networking.k8s.io", "policy", "rbac.authorization.k8s.io", "storage.k8s.io", "admissionregistration.k8s.io",
                "apiextensions.k8s.io", "scheduling.k8s.io", "coordination.k8s.io", "node.k8s.io", "discovery.k8s.io",
                "flowcontrol.apiserver.k8s.io", "a.example.com", "b.example.com",
            ],
            groups);
    }

    [Fact]
    public void Versions_come_in_the_order_in_which_to_prefer_them()
    {
        string[] versions = ["foo1", "v1alpha1", "v3beta1", "v1", "v12alpha1", "v10", "v11beta2", "v10beta3", "foo10", "v2", "v11alpha2"];

        Assert.Equal(
            ["v10", "v2", "v1", "v11beta2", "v10beta3", "v3beta1", "v12alpha1", "v11alpha2", "v1alpha1", "foo1", "foo10"],
            versions.Order(KubeVersion.PreferredFirst));
    }

    [Fact]
    public void The_hash_of_every_built_in_storage_version_is_the_published_one()
    {
        foreach (JsonValue list in BuiltInData.Discovery.Members().Select(member => member.Value))
        {
            GroupVersion version = GroupVersion.Parse(list["groupVersion"u8].GetString());
            foreach (JsonValue resource in list["resources"u8].Items().Where(resource => !resource["name"u8].GetString().Contains('/', StringComparison.Ordinal)))
            {
                ApiResource found = Definitions.BuiltIn(version.Group, version.Version, resource["name"u8].GetString());

                Assert.Equal(resource["storageVersionHash"u8].AsString(), StorageVersion.HashOf(found));
            }
        }
    }

    [Fact]
    public void What_is_not_served_has_no_document()
    {
        DiscoveryDocuments documents = new(BuiltInKinds.All, "127.0.0.1:6443");

        Assert.Null(documents.Group("nowhere.example.com"));
        Assert.Null(documents.Group(""));
        Assert.Null(documents.Resources(new GroupVersion("apps", "v9")));
    }

    [Fact]
    public void A_document_is_made_once()
    {
        DiscoveryDocuments documents = new(BuiltInKinds.All, "127.0.0.1:6443");

        Assert.True(documents.GroupList.Equals(documents.GroupList));
    }

    [Fact]
    public void The_older_aggregated_form_has_its_own_version()
    {
        DiscoveryDocuments documents = new(BuiltInKinds.All, "127.0.0.1:6443");

        Assert.StartsWith(
            """{"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2beta1","metadata":{},"items":[{"metadata":{"name":"apiregistration.k8s.io"}""",
            Encoding.UTF8.GetString(documents.AggregatedGroups("v2beta1").Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_core_group_says_where_the_server_is()
    {
        DiscoveryDocuments documents = new(BuiltInKinds.All, "127.0.0.1:6443");

        Assert.Equal(
            """{"kind":"APIVersions","versions":["v1"],"serverAddressByClientCIDRs":[{"clientCIDR":"0.0.0.0/0","serverAddress":"127.0.0.1:6443"}]}""",
            Encoding.UTF8.GetString(documents.CoreVersions.Span));
    }
}
