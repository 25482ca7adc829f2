using System.Net;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Faults;

/// <summary>A store that is restored from a backup.</summary>
public sealed class RestoreTests : IAsyncLifetime, IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private const string Definition = """
        {"metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","singular":"widget","kind":"Widget"},
        "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}}]}}
        """;

    private ApiServer _server = null!;
    private SandboxClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.StartAsync(new ApiServerOptions { KeptChanges = 100 });
        _client = new SandboxClient(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Everything_is_as_it_was_and_the_counter_too()
    {
        await _client.CreateAsync("kept");
        await _client.CreateAsync("changed");
        string before = await Names();
        await _server.AtRest();
        long revision = _server.Revision;
        await _client.CreateAsync("new");
        await _client.SendAsync(HttpMethod.Delete, ConfigMaps + "/kept", "{}");
        await _client.SendAsync(HttpMethod.Patch, ConfigMaps + "/changed", """{"data":{"k":"v"}}""", "application/merge-patch+json");
        _server.RestoreTo(revision);
        Assert.Equal(before, await Names());
        Assert.True((await _client.GetAsync(ConfigMaps + "/changed")).Body["data"].IsMissing);
        await _server.AtRest();
        Assert.Equal(revision, _server.Revision);
        (_, JsonValue made) = await _client.CreateAsync("new");
        Assert.Equal($"{revision + 1}", made["metadata"]["resourceVersion"].GetString());
    }

    [Fact]
    public async Task Watches_end_and_earlier_versions_are_forgotten()
    {
        string early = (await _client.CreateAsync("a")).Body["metadata"]["resourceVersion"].GetString();
        await _client.CreateAsync("b");
        long revision = _server.Revision;
        using WatchLines watch = await _client.WatchAsync($"{ConfigMaps}?watch=1&resourceVersion={revision}");
        (_, JsonValue page) = await PageBeyond(revision);
        _server.RestoreTo(revision);
        Assert.All(await watch.AllAsync(), line => Assert.Contains("\"c\"", line, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Gone, (await _client.GetAsync($"{ConfigMaps}?resourceVersion={early}&resourceVersionMatch=Exact")).Code);
        using WatchLines old = await _client.WatchAsync($"{ConfigMaps}?watch=1&resourceVersion={early}");
        Assert.Contains("\"code\":410", Assert.Single(await old.AllAsync()), StringComparison.Ordinal);
        string token = page["metadata"]["continue"].GetString();
        (HttpStatusCode code, JsonValue status) = await _client.GetAsync($"{ConfigMaps}?limit=1&continue={token}");
        Assert.Equal((HttpStatusCode.InternalServerError, "etcdserver: mvcc: required revision is a future revision"), (code, status["message"].GetString()));
    }

    [Fact]
    public async Task Definitions_and_their_objects_come_back_and_go()
    {
        await _server.AtRest();
        long none = _server.Revision;
        await _client.SendAsync(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition);
        await _client.SendAsync(HttpMethod.Post, "/apis/example.com/v1/namespaces/default/widgets", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"}}""");
        long one = _server.Revision;
        await _client.SendAsync(HttpMethod.Delete, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.example.com", "{}");
        await _server.AtRest();
        using (HttpResponseMessage gone = await _client.OpenAsync("/apis/example.com/v1/namespaces/default/widgets/w"))
        {
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        _server.RestoreTo(one);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/apis/example.com/v1/namespaces/default/widgets/w")).Code);
        await _server.AtRest();
        Assert.Throws<InvalidOperationException>(() => _server.RestoreTo(none));
        Assert.Throws<ArgumentOutOfRangeException>(() => _server.RestoreTo(long.MaxValue));
    }

    [Fact]
    public async Task Permissions_go_by_what_is_restored()
    {
        using SandboxClient jane = new(_server, "jane", "people");
        Assert.Equal(HttpStatusCode.Forbidden, (await jane.GetAsync(ConfigMaps)).Code);
        long revision = _server.Revision;
        await Bind("view");
        Assert.Equal(HttpStatusCode.OK, (await jane.GetAsync(ConfigMaps)).Code);
        _server.RestoreTo(revision);
        await Bind("system:discovery");
        Assert.Equal(HttpStatusCode.Forbidden, (await jane.GetAsync(ConfigMaps)).Code);
    }

    [Fact]
    public async Task What_is_forgotten_cannot_be_restored()
    {
        long revision = _server.Revision;
        for (int index = 0; index < 101; index++)
        {
            await _client.CreateAsync("c" + index);
        }

        Assert.Throws<InvalidOperationException>(() => _server.RestoreTo(revision));
        Assert.Equal(102, (await _client.GetAsync(ConfigMaps)).Body["items"].Count);
    }

    [Fact]
    public async Task Controllers_deal_with_what_has_changed()
    {
        await _client.SendAsync(HttpMethod.Post, "/api/v1/namespaces", """{"metadata":{"name":"n"}}""");
        long revision = _server.Revision;
        await _server.AtRest();
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/api/v1/namespaces/n/serviceaccounts/default")).Code);
        await _client.SendAsync(HttpMethod.Delete, "/api/v1/namespaces/n", "{}");
        await _server.AtRest();
        _server.RestoreTo(revision);
        await _server.AtRest();
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/api/v1/namespaces/n/serviceaccounts/default")).Code);
    }

    private async Task<(HttpStatusCode Code, JsonValue Body)> PageBeyond(long revision)
    {
        await _client.CreateAsync("c");
        Assert.True(_server.Revision > revision);
        return await _client.GetAsync(ConfigMaps + "?limit=1");
    }

    private async Task Bind(string role) => await _client.SendAsync(
        HttpMethod.Post,
        "/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings",
        $$$"""{"metadata":{"name":"b"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"{{{role}}}"},"subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"jane"}]}""");

    private async Task<string> Names() => string.Join(
        ' ', (await _client.GetAsync(ConfigMaps)).Body["items"].Items().Select(item => item["metadata"]["name"].GetString()));
}
