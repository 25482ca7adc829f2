using System.Text.Json;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Shared.Reconciling;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>An in-memory API server that has widgets, a transport that keeps what controllers send, and a client beside it for what others do.</summary>
internal sealed class WidgetCluster : IAsyncDisposable
{
    public const string Widgets = "/apis/example.com/v1/namespaces/default/widgets";

    public const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private const string Definition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.example.com"},
        "spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","singular":"widget","kind":"Widget","listKind":"WidgetList"},
        "versions":[{"name":"v1","served":true,"storage":true,"subresources":{"status":{}},"schema":{"openAPIV3Schema":{"type":"object","properties":{
        "spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true},"status":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}]}}
        """;

    private readonly ApiServer _server;
    private readonly SandboxClient _client;

    private WidgetCluster(ApiServer server)
    {
        _server = server;
        _client = new SandboxClient(server);
        Transport = new SandboxTransport(_client);
    }

    public SandboxTransport Transport { get; }

    public static async Task<WidgetCluster> StartAsync()
    {
        WidgetCluster cluster = new(await ApiServer.StartAsync(new ApiServerOptions { MakesServiceAccounts = false }));
        await cluster.DoAsync(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition);
        await cluster._server.AtRest();
        return cluster;
    }

    /// <summary>Makes a widget.</summary>
    public Task<Widget> CreateAsync(string name, string finalizers = "[]") => WriteAsync(
        HttpMethod.Post, Widgets, $$$"""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"{{{name}}}","finalizers":{{{finalizers}}}},"spec":{"color":"red"}}""");

    /// <summary>Changes a widget as somebody else would.</summary>
    public Task<Widget> PatchAsync(string name, string patch) => WriteAsync(HttpMethod.Patch, $"{Widgets}/{name}", patch, "application/merge-patch+json");

    /// <summary>Asks for the end of a widget.</summary>
    public Task DeleteAsync(string name) => DoAsync(HttpMethod.Delete, $"{Widgets}/{name}", "{}");

    /// <summary>A widget as it is now; <c>null</c> for none.</summary>
    public async Task<Widget?> FindAsync(string name)
    {
        JsonValue found = await GetAsync($"{Widgets}/{name}");
        return found["kind"].GetString() == "Status" ? null : Read(found);
    }

    /// <summary>A document as it is now.</summary>
    public async Task<JsonValue> GetAsync(string path) => (await _client.GetAsync(path)).Body;

    /// <summary>Does what has to succeed.</summary>
    public async Task<JsonValue> DoAsync(HttpMethod method, string path, string body, string type = "application/json")
    {
        (System.Net.HttpStatusCode code, JsonValue answer) = await _client.SendAsync(method, path, body, type);
        Assert.True((int)code < 300, $"{method} {path}: {code}");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<Widget> WriteAsync(HttpMethod method, string path, string body, string type = "application/json") =>
        Read(await DoAsync(method, path, body, type));

    private static Widget Read(JsonValue value) => JsonSerializer.Deserialize(value.RawText, Widget.Json)!;
}
