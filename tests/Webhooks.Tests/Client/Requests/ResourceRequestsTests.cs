using System.Text;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Resources.Selectors;
using Xunit;

namespace Webhooks.Tests.Client.Requests;

/// <summary>Methods, paths, queries, media types and bodies, without anybody to send them to.</summary>
public sealed class ResourceRequestsTests
{
    private static readonly ObjectKey Key = new("shop", "cart");
    private static readonly ResourceRequests ConfigMaps = ResourceRequests.For<ConfigMap>();
    private static readonly ResourceRequests Deployments = new(new ResourceType("apps", "v1", "deployments", "Deployment", IsNamespaced: true));
    private static readonly ResourceRequests Nodes = new(new ResourceType("", "v1", "nodes", "Node", IsNamespaced: false));
    private static readonly byte[] Body = "{}"u8.ToArray();

    [Fact]
    public void A_path_says_group_version_namespace_resource_and_name()
    {
        Assert.Equal("GET /api/v1/namespaces/shop/configmaps/cart", ConfigMaps.Get(Key).ToString());
        Assert.Equal("GET /apis/apps/v1/namespaces/shop/deployments/cart/scale", Deployments.Get(Key, Subresource.Scale).ToString());
        Assert.Equal("GET /api/v1/nodes/a", Nodes.Get(new ObjectKey("", "a")).ToString());
        Assert.Equal("GET /apis/apps/v1/deployments", Deployments.List("", ListOptions.Default).ToString());
        Assert.Equal("GET /apis/apps/v1/namespaces/shop/deployments", Deployments.List("shop", ListOptions.Default).ToString());
    }

    [Fact]
    public void A_verb_is_the_one_that_rules_of_access_have() =>
        Assert.Equal(
            ["GET get", "GET list", "GET watch", "POST create", "POST create", "PUT update", "PATCH patch", "DELETE delete", "DELETE deletecollection"],
            new[]
            {
                ConfigMaps.Get(Key), ConfigMaps.List("", new ListOptions()), ConfigMaps.Watch("", new WatchOptions()), ConfigMaps.Create("shop", Body),
                ConfigMaps.Create(Key, Subresource.Eviction, Body), ConfigMaps.Replace(Key, Body), ConfigMaps.Patch(Key, new MergePatch(Body)),
                ConfigMaps.Delete(Key), ConfigMaps.DeleteCollection("shop", new ListOptions()),
            }.Select(request => $"{request.ToString().Split(' ')[0]} {request.Verb}"));

    [Fact]
    public void A_list_asks_for_what_is_said_and_for_nothing_else()
    {
        ListOptions options = new()
        {
            LabelSelector = LabelSelector.Parse("app in (a, b),!c,d!=e"),
            FieldSelector = FieldSelector.Parse("metadata.name!=x\\=y"),
            ResourceVersion = "0",
            ResourceVersionMatch = "NotOlderThan",
            Limit = 500,
        };
        Assert.Equal(
            "/api/v1/configmaps?fieldSelector=metadata.name%21%3Dx%5C%3Dy&labelSelector=app%20in%20%28a%2Cb%29%2C%21c%2Cd%21%3De"
            + "&limit=500&resourceVersion=0&resourceVersionMatch=NotOlderThan",
            ConfigMaps.List("", options).Target);
    }

    [Fact]
    public void A_page_that_follows_asks_by_its_token_alone()
    {
        Assert.Equal("/api/v1/nodes?continue=a%2Fb%3D%3D&limit=2", Nodes.List("", new ListOptions { Continue = "a/b==", Limit = 2 }).Target);
        Assert.Throws<ArgumentException>(() => Nodes.List("", new ListOptions { Continue = "a", ResourceVersion = "0" }));
        Assert.Throws<ArgumentException>(() => Nodes.List("", new ListOptions { Continue = "a", ResourceVersionMatch = "Exact" }));
    }

    [Fact]
    public void A_watch_asks_for_bookmarks_and_where_wanted_for_what_is_there()
    {
        Assert.Equal("/api/v1/nodes?allowWatchBookmarks=true&watch=true", Nodes.Watch("", new WatchOptions()).Target);
        Assert.Equal(
            "/api/v1/nodes?allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan&sendInitialEvents=true&timeoutSeconds=300&watch=true",
            Nodes.Watch("", new WatchOptions { SendInitialEvents = true, TimeoutSeconds = 300 }).Target);
        Assert.Equal("/api/v1/nodes?resourceVersion=7&watch=true", Nodes.Watch("", new WatchOptions { ResourceVersion = "7", AllowBookmarks = false }).Target);
    }

    [Fact]
    public void A_write_says_how_in_its_query()
    {
        WriteOptions options = new() { DryRun = true, FieldManager = "a b&c", FieldValidation = FieldValidation.Strict };
        ApiRequest request = ConfigMaps.Create("shop", Body, options);
        Assert.Equal("/api/v1/namespaces/shop/configmaps?dryRun=All&fieldManager=a%20b%26c&fieldValidation=Strict", request.Target);
        Assert.Equal(("application/json", "application/json", "{}"), (request.ContentType, request.Accept, Text(request)));
        Assert.Equal("/apis/apps/v1/namespaces/shop/deployments/cart/status?dryRun=All", Deployments.Replace(Key, Body, new() { DryRun = true }, Subresource.Status).Target);
    }

    [Fact]
    public void Each_kind_of_patch_has_its_media_type()
    {
        JsonPatch operations = new(PatchOperation.Test(JsonPointer.Parse("/metadata/name"), JsonTree.Parse("\"cart\"").Root));
        Assert.Equal("""application/json-patch+json [{"op":"test","path":"/metadata/name","value":"cart"}]""", Sent(new OperationsPatch(operations)));
        Assert.Equal("application/json-patch+json []", Sent(new OperationsPatch("[]"u8.ToArray())));
        Assert.Equal("application/merge-patch+json {}", Sent(new MergePatch(Body)));
        Assert.Equal("application/strategic-merge-patch+json {}", Sent(new StrategicMergePatch(Body)));
        Assert.Equal("application/apply-patch+yaml {}", Sent(new ApplyPatch(Body, "me")));

        static string Sent(Patch patch)
        {
            ApiRequest request = ConfigMaps.Patch(Key, patch);
            return $"{request.ContentType} {Text(request)}";
        }
    }

    [Fact]
    public void A_selector_of_nothing_is_not_sent_as_one_of_everything() =>
        Assert.Throws<ArgumentException>(() => ConfigMaps.List("", new ListOptions { LabelSelector = LabelSelector.Nothing }));

    [Fact]
    public void A_number_below_zero_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ListOptions { Limit = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WatchOptions { TimeoutSeconds = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeleteOptions { GracePeriodSeconds = -1 });
    }

    private static string Text(ApiRequest request) => Encoding.UTF8.GetString(request.Body.Span);
}
