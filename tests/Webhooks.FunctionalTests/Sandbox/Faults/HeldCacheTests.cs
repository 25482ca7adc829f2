using System.Net;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Faults;

/// <summary>A watch cache that lags: a, and not yet b.</summary>
public sealed class HeldCacheTests : IAsyncLifetime, IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private readonly ManualTime _time = new(DateTimeOffset.UtcNow);
    private ApiServer _server = null!;
    private SandboxClient _client = null!;
    private IDisposable _held = null!;
    private string _version = "";

    public async Task InitializeAsync()
    {
        _server = await ApiServer.StartAsync(new ApiServerOptions { Time = _time, MakesServiceAccounts = false });
        _client = new SandboxClient(_server);
        await _client.CreateAsync("a");
        _held = _server.Faults.HoldCache("configmaps");
        _version = (await _client.CreateAsync("b")).Body["metadata"]["resourceVersion"].GetString();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _held.Dispose();
        _client.Dispose();
    }

    [Theory]
    [InlineData("", "a b")]
    [InlineData("?resourceVersion=VERSION&resourceVersionMatch=Exact", "a b")]
    [InlineData("?resourceVersion=0", "a")]
    [InlineData("?resourceVersion=1&resourceVersionMatch=NotOlderThan", "a")]
    public async Task Lists_that_are_content_with_less_show_less(string query, string names)
    {
        (_, JsonValue list) = await _client.GetAsync(ConfigMaps + query.Replace("VERSION", _version, StringComparison.Ordinal));
        Assert.Equal(names, string.Join(' ', list["items"].Items().Select(item => item["metadata"]["name"].GetString())));
    }

    [Fact]
    public async Task So_do_reads_of_one_object()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(ConfigMaps + "/b?resourceVersion=0")).Code);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(ConfigMaps + "/b")).Code);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(ConfigMaps + "/a?resourceVersion=0")).Code);
    }

    [Fact]
    public async Task A_version_that_the_cache_does_not_come_to_is_waited_for_by_the_clock_of_the_server()
    {
        Task<(HttpStatusCode Code, JsonValue Body)> list = _client.GetAsync($"{ConfigMaps}?resourceVersion={_version}");
        await _time.AdvanceUntil(list, TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await list).Code);
        list = _client.GetAsync($"{ConfigMaps}?resourceVersion={_version}");
        _held.Dispose();
        Assert.Equal(2, (await list).Body["items"].Count);
    }

    [Theory]
    [InlineData("?watch=1")]
    [InlineData("?watch=1&resourceVersion=0")]
    [InlineData("?watch=1&resourceVersion=0&resourceVersionMatch=NotOlderThan&sendInitialEvents=true&allowWatchBookmarks=true")]
    public async Task Watches_go_on_when_it_is_released(string query)
    {
        using WatchLines watch = await _client.WatchAsync(ConfigMaps + query);
        Assert.Contains("\"name\":\"a\"", await watch.NextAsync(), StringComparison.Ordinal);
        if (query.Contains("sendInitialEvents", StringComparison.Ordinal))
        {
            Assert.Contains("\"BOOKMARK\"", await watch.NextAsync(), StringComparison.Ordinal);
        }

        Task<string?> next = watch.NextAsync();
        await _client.CreateAsync("c");
        Assert.False(next.IsCompleted);
        _held.Dispose();
        Assert.Contains("\"name\":\"b\"", await next, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"c\"", await watch.NextAsync(), StringComparison.Ordinal);
    }
}
