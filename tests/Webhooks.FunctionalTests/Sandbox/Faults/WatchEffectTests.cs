using System.Net;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Faults;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Faults;

/// <summary>What watches show when a fault hits them: two events come before it, where not said otherwise.</summary>
public sealed class WatchEffectTests : IAsyncLifetime, IDisposable
{
    private const string Watch = "/api/v1/namespaces/default/configmaps?watch=1&timeoutSeconds=60&allowWatchBookmarks=true";

    private readonly ManualTime _time = new(DateTimeOffset.UtcNow);
    private ApiServer _server = null!;
    private SandboxClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.StartAsync(new ApiServerOptions { Time = _time, MakesServiceAccounts = false });
        _client = new SandboxClient(_server);
        foreach (string name in new[] { "a", "b", "c" })
        {
            await _client.CreateAsync(name);
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task An_early_end_is_in_good_order()
    {
        using WatchLines watch = await Hit(new WatchEffect.End(2));
        Assert.Equal(2, (await watch.AllAsync()).Count);
    }

    [Fact]
    public async Task At_the_start_there_is_nothing_before_it()
    {
        using WatchLines watch = await Hit(new WatchEffect.End());
        Assert.Empty(await watch.AllAsync());
    }

    [Fact]
    public async Task An_error_is_an_event_and_the_end()
    {
        using WatchLines watch = await Hit(new WatchEffect.Error(Status.Expired("too old resource version: 1 (2)"), 2));
        List<string> lines = await watch.AllAsync();
        Assert.Equal(3, lines.Count);
        Assert.StartsWith("""{"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"too old""", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"code\":410", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_event_ends_the_body()
    {
        using WatchLines watch = await Hit(new WatchEffect.Truncation(2, IsClean: true));
        Assert.Equal(2, (await watch.AllAsync()).Count);
        Assert.StartsWith("""{"type":"ADDED","object":{"kind":"ConfigMap""", watch.Rest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_truncated_event_may_cut_the_connection(int version)
    {
        using SandboxClient client = new(_server, version: new Version(version, version == 1 ? 1 : 0));
        using Fault fault = _server.Faults.Add(FaultMatch.All, new WatchEffect.Truncation(), times: 1);
        using MemoryStream received = new();
        await Assert.ThrowsAsync<HttpRequestException>(() => Receive(client, received));
        Assert.DoesNotContain((byte)'\n', received.ToArray());
        if (version == 1)
        {
            Assert.StartsWith("{\"type\":\"ADDED\",\"object\":{\"kind\":\"ConfigMap", Encoding.UTF8.GetString(received.ToArray()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_poison_line_stands_among_the_others()
    {
        (WatchEffect.Line Effect, string Start)[] poisons =
        [
            (WatchEffect.NoJson(2), """{"type":"ADDED","object":{"""),
            (WatchEffect.UnknownType(2), """{"type":"MOVED","object":{"kind":"Status","apiVersion":"v1","metadata":{}}}"""),
            (WatchEffect.TooLong(1 << 20, 2), """{"type":"MODIFIED","object":{"kind":"Status","apiVersion":"v1","message":"xxx"""),
        ];
        foreach ((WatchEffect.Line effect, string start) in poisons)
        {
            using WatchLines watch = await Hit(effect);
            await watch.NextAsync();
            await watch.NextAsync();
            Assert.StartsWith(start, await watch.NextAsync(), StringComparison.Ordinal);
            Assert.Contains("\"name\":\"c\"", await watch.NextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bookmarks_may_come_twice_and_a_watch_ends_by_the_clock_of_the_server()
    {
        using WatchLines watch = await Hit(new WatchEffect.RepeatedBookmarks());
        for (int count = 0; count < 3; count++)
        {
            Assert.Contains("\"ADDED\"", await watch.NextAsync(), StringComparison.Ordinal);
        }

        Task<List<string>> rest = watch.AllAsync();
        await _time.AdvanceUntil(rest, TimeSpan.FromSeconds(58));
        List<string> bookmarks = await rest;
        Assert.Equal(2, bookmarks.Count);
        Assert.StartsWith("""{"type":"BOOKMARK",""", bookmarks[0], StringComparison.Ordinal);
        Assert.Equal(bookmarks[0], bookmarks[1]);
    }

    [Fact]
    public async Task Requests_that_are_no_watches_are_not_hit()
    {
        Fault fault = _server.Faults.Add(FaultMatch.All, new WatchEffect.End());
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/api/v1/configmaps")).Code);
        Assert.Equal(0, fault.Fired);
    }

    private async Task<WatchLines> Hit(WatchEffect effect)
    {
        _server.Faults.Add(FaultMatch.All, effect, times: 1);
        return await _client.WatchAsync(Watch);
    }

    private static async Task Receive(SandboxClient client, MemoryStream received)
    {
        using HttpResponseMessage response = await client.OpenAsync(Watch);
        await response.Content.CopyToAsync(received);
    }
}
