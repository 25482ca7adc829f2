using System.Text.Json;
using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Xunit;

namespace Webhooks.Tests.Client.Access;

/// <summary>What is asked, and what becomes of the answers.</summary>
public sealed class KubernetesClientTests
{
    private static readonly ObjectKey Key = new("shop", "cart");

    [Fact]
    public async Task What_is_not_there_is_null_and_a_resource_that_is_not_there_is_refused()
    {
        GroupResource configMaps = ConfigMap.Resource.GroupVersionResource.GroupResource;
        KubernetesClient client = new(new ScriptedTransport(_ => throw new KubernetesApiException(Status.NotFound(configMaps, "cart"))));
        Assert.Null(await client.Of<ConfigMap>().TryGetAsync(Key, default));
        await Assert.ThrowsAsync<KubernetesApiException>(() => client.Of<ConfigMap>().GetAsync(Key, default));

        client = new(new ScriptedTransport(_ => throw new KubernetesApiException(Status.FromResponse(404, "GET", default, "", "404 page not found"))));
        await Assert.ThrowsAsync<KubernetesApiException>(() => client.Of<ConfigMap>().TryGetAsync(Key, default));
    }

    [Fact]
    public async Task A_whole_list_is_all_its_pages_and_asks_its_version_once()
    {
        ScriptedTransport transport = new(request => request.Target.Contains("continue=", StringComparison.Ordinal)
            ? """{"metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"b"}},{"metadata":{"name":5}}]}"""
            : """{"metadata":{"resourceVersion":"7","continue":"t","remainingItemCount":2},"items":[{"metadata":{"name":"a"}}]}""");
        ObjectList<ConfigMap> list = await new KubernetesClient(transport).Of<ConfigMap>().ListAsync(
            "", new ListOptions { Limit = 1, ResourceVersion = "7", ResourceVersionMatch = "Exact" }, default);
        Assert.Equal(["a", "b"], list.Items.Select(item => item.Metadata.Name));
        Assert.Equal(("7", "", 1), (list.ResourceVersion, list.Continue, list.Undecodable.Count));
        Assert.Equal(["GET /api/v1/configmaps?limit=1&resourceVersion=7&resourceVersionMatch=Exact", "GET /api/v1/configmaps?continue=t&limit=1"], transport.Asked);
    }

    [Fact]
    public async Task A_page_that_follows_itself_is_no_end_of_pages()
    {
        ScriptedTransport transport = new(_ => """{"metadata":{"continue":"t"},"items":[]}""");
        await Assert.ThrowsAsync<JsonException>(() => new KubernetesClient(transport).Of<ConfigMap>().ListAsync("", ListOptions.Default, default));
        Assert.Equal(2, transport.Asked.Count);
    }

    [Fact]
    public async Task A_record_is_created_with_its_kind_and_without_what_is_empty()
    {
        ScriptedTransport transport = new(_ => """{"metadata":{"name":"ann"}}""");
        User user = new() { Metadata = new() { Name = "ann" }, Spec = new() { DisplayName = "Ann", Role = "view" } };
        await new KubernetesClient(transport).Of<User>().CreateAsync(user, null, default);
        Assert.Equal(["POST /apis/users.example.com/v1/users"], transport.Asked);
        using JsonDocument body = JsonDocument.Parse(transport.Bodies[0]);
        Assert.Equal("users.example.com/v1", body.RootElement.GetProperty("apiVersion").GetString());
        Assert.Equal("User", body.RootElement.GetProperty("kind").GetString());
        Assert.Equal("""{"name":"ann"}""", body.RootElement.GetProperty("metadata").GetRawText());
        Assert.Equal("""{"display_name":"Ann","role":"view"}""", body.RootElement.GetProperty("spec").GetRawText());
    }

    [Fact]
    public async Task K11_what_is_replaced_is_a_whole_document_of_a_known_version()
    {
        ScriptedTransport transport = new(_ => """{"metadata":{}}""");
        DocumentClient client = new KubernetesClient(transport).Of(ConfigMap.Resource);
        const string Text = """{ "metadata":{"namespace":"shop","name":"cart","resourceVersion":"7"},"foreign":{"a":1.50} }""";
        KubernetesDocument document = KubernetesDocument.Parse(System.Text.Encoding.UTF8.GetBytes(Text));
        await client.ReplaceAsync(document, null, default);
        Assert.Equal(Text, Assert.Single(transport.Bodies));

        KubernetesDocument unread = KubernetesDocument.Parse("""{"metadata":{"namespace":"shop","name":"cart"}}"""u8.ToArray());
        await Assert.ThrowsAsync<ArgumentException>(() => client.ReplaceAsync(unread, null, default));
    }

    [Fact]
    public void K11_a_record_replaces_nothing()
    {
        IEnumerable<System.Reflection.MethodInfo> calls = typeof(KubernetesClient).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name.StartsWith("Replace", StringComparison.Ordinal) && !method.DeclaringType!.IsInterface);
        Assert.NotEmpty(calls);
        Assert.All(
            calls.SelectMany(call => call.GetParameters()).Where(parameter => parameter.ParameterType.IsAssignableTo(typeof(IKubernetesObject))),
            parameter => Assert.Equal(typeof(KubernetesDocument), parameter.ParameterType));
    }

    [Fact]
    public async Task An_answer_that_is_none_says_so()
    {
        KubernetesClient client = new(new ScriptedTransport(_ => "null"));
        await Assert.ThrowsAsync<JsonException>(() => client.Of<ConfigMap>().GetAsync(Key, default));
        await Assert.ThrowsAsync<JsonException>(() => client.Of(ConfigMap.Resource).GetAsync(Key, default));
        await Assert.ThrowsAsync<JsonException>(() => client.Of(ConfigMap.Resource).ListPageAsync("", ListOptions.Default, default));
        await Assert.ThrowsAsync<JsonException>(() => client.GetVersionAsync(default));
    }

    [Fact]
    public async Task A_server_says_its_version()
    {
        KubernetesClient client = new(new ScriptedTransport(_ => """{"major":"1","minor":"36","gitVersion":"v1.36.2","platform":"linux/amd64"}"""));
        Assert.Equal(new ServerVersion("1", "36", "v1.36.2", "linux/amd64"), await client.GetVersionAsync(default));
    }
}
