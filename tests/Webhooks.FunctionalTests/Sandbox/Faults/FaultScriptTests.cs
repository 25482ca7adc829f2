using System.Net;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Faults;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Faults;

public sealed class FaultScriptTests : IAsyncLifetime, IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private readonly ManualTime _time = new(DateTimeOffset.UtcNow);
    private ApiServer _server = null!;
    private SandboxClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.StartAsync(new ApiServerOptions { Time = _time, MakesServiceAccounts = false, RecordsRequests = true });
        _client = new SandboxClient(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_refusal_is_answered_as_often_as_was_asked_for()
    {
        _server.Faults.Add(new FaultMatch { Verb = "list", Resource = "configmaps" }, FaultEffect.TooManyRequests(7), times: 1);
        using (HttpResponseMessage refused = await _client.OpenAsync(ConfigMaps))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), refused.Headers.RetryAfter?.Delta);
        }

        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(ConfigMaps)).Code);
        FiredFault fired = Assert.Single(_server.Faults.Fired);
        Assert.Equal(("admin", "list", ConfigMaps), (fired.User, fired.Verb, fired.Path));
    }

    [Theory]
    [InlineData(410, "Expired")]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Refusals_are_statuses(int code, string reason)
    {
        FaultEffect effect = code switch { 410 => FaultEffect.Expired, 500 => FaultEffect.InternalError, _ => FaultEffect.ServiceUnavailable };
        using Fault fault = _server.Faults.Add(FaultMatch.All, effect);
        (HttpStatusCode answered, JsonValue status) = await _client.GetAsync(ConfigMaps);
        Assert.Equal((code, reason), ((int)answered, status["reason"].GetString()));
    }

    [Fact]
    public async Task Requests_that_do_not_match_go_by()
    {
        FaultMatch[] others =
        [
            new() { User = "jane" }, new() { UserAgent = "kubectl" }, new() { Verb = "get" }, new() { Resource = "secrets" }, new() { Group = "apps" },
            new() { Namespace = "kube-system" }, new() { Name = "a" }, new() { Path = "/api/v1" }, new() { Path = "/apis/*" }, new() { Skip = 1 }, new() { Probability = 0 },
        ];
        Array.ForEach(others, match => _server.Faults.Add(match, FaultEffect.InternalError));
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(ConfigMaps)).Code);
        _server.Faults.Clear();
        FaultMatch all = new()
        {
            User = "admin",
            UserAgent = "tests/",
            Verb = "list",
            Group = "",
            Resource = "configmaps",
            Namespace = "default",
            Name = "",
            Path = "/api/v1/*",
        };
        _server.Faults.Add(all, FaultEffect.InternalError);
        Assert.Equal(HttpStatusCode.InternalServerError, (await _client.GetAsync(ConfigMaps)).Code);
    }

    [Fact]
    public async Task The_nth_request_is_hit_and_chance_goes_by_its_seed()
    {
        using (_server.Faults.Add(new FaultMatch { Skip = 2 }, FaultEffect.InternalError, times: 1))
        {
            int[] codes = await Codes(4);
            Assert.Equal([200, 200, 500, 200], codes);
        }

        int[][] runs = new int[2][];
        for (int run = 0; run < runs.Length; run++)
        {
            using Fault fault = _server.Faults.Add(new FaultMatch { Probability = 0.5, Seed = 3 }, FaultEffect.InternalError);
            runs[run] = await Codes(16);
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.InRange(runs[0].Count(code => code == 500), 1, 15);
    }

    [Fact]
    public async Task Latency_goes_by_the_clock_of_the_server()
    {
        using Fault fault = _server.Faults.Add(FaultMatch.All, new FaultEffect.Latency(TimeSpan.FromMinutes(10)), times: 1);
        Task<(HttpStatusCode Code, JsonValue Body)> slow = _client.GetAsync(ConfigMaps);
        await fault.WaitForAsync(1);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(ConfigMaps)).Code);
        Assert.False(slow.IsCompleted);
        await _time.AdvanceUntil(slow, TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await slow).Code);
    }

    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 200)]
    public async Task A_dropped_request_was_executed_or_not(bool isExecuted, int then)
    {
        _server.Faults.Add(new FaultMatch { Verb = "create" }, new FaultEffect.Drop(isExecuted), times: 1);
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.CreateAsync("a"));
        Assert.Equal(then, (int)(await _client.GetAsync(ConfigMaps + "/a")).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stalled_request_goes_on_when_it_is_released(bool isExecuted)
    {
        Fault fault = _server.Faults.Add(new FaultMatch { Verb = "create" }, new FaultEffect.Stall(isExecuted), times: 1);
        Task<(HttpStatusCode Code, JsonValue Body)> stalled = _client.CreateAsync("a");
        await fault.WaitForAsync(1);
        if (isExecuted)
        {
            using WatchLines watch = await _client.WatchAsync(ConfigMaps + "?watch=1&fieldSelector=metadata.name=a");
            Assert.Contains("\"ADDED\"", await watch.NextAsync(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(ConfigMaps + "/a")).Code);
        }

        Assert.False(stalled.IsCompleted);
        fault.Dispose();
        Assert.Equal(HttpStatusCode.Created, (await stalled).Code);
    }

    [Fact]
    public async Task A_client_may_give_up_a_stalled_request()
    {
        using Fault fault = _server.Faults.Add(FaultMatch.All, new FaultEffect.Stall());
        using CancellationTokenSource giveUp = new();
        Task<HttpResponseMessage> stalled = _client.OpenAsync(ConfigMaps, giveUp.Token);
        await fault.WaitForAsync(1);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stalled);
        await _server.Requests.WaitForAsync(request => request.End == Webhooks.Sandbox.Recording.RequestEnd.Aborted);
    }

    [Fact]
    public async Task A_partition_cuts_off_one_client_until_it_is_healed()
    {
        using SandboxClient other = new(_server, "other");
        using WatchLines watch = await other.WatchAsync(ConfigMaps + "?watch=1");
        Fault partition = _server.Faults.Add(new FaultMatch { User = "other" }, new FaultEffect.Partition());
        Task<(HttpStatusCode Code, JsonValue Body)> held = other.GetAsync(ConfigMaps);
        await partition.WaitForAsync(1);
        Task<string?> line = watch.NextAsync();
        Assert.Equal(HttpStatusCode.Created, (await _client.CreateAsync("a")).Code);
        Assert.False(line.IsCompleted);
        Assert.False(held.IsCompleted);
        partition.Dispose();
        Assert.Contains("\"ADDED\"", await line, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await held).Code);
    }

    [Fact]
    public async Task A_refusing_partition_cuts_the_watches_that_run()
    {
        using SandboxClient other = new(_server, "other");
        using WatchLines watch = await other.WatchAsync(ConfigMaps + "?watch=1");
        await _server.Requests.WaitForAsync(request => request is { Verb: "watch", Code: HttpStatusCode.OK });
        await _client.CreateAsync("a");
        Assert.Contains("\"ADDED\"", await watch.NextAsync(), StringComparison.Ordinal);
        Fault partition = _server.Faults.Add(new FaultMatch { User = "other" }, new FaultEffect.Partition(Refuses: true));
        await Assert.ThrowsAnyAsync<IOException>(watch.NextAsync);
        await Assert.ThrowsAsync<HttpRequestException>(() => other.GetAsync(ConfigMaps));
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(ConfigMaps)).Code);
        partition.Dispose();
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(ConfigMaps)).Code);
    }

    private async Task<int[]> Codes(int count)
    {
        int[] codes = new int[count];
        for (int index = 0; index < count; index++)
        {
            codes[index] = (int)(await _client.GetAsync(ConfigMaps)).Code;
        }

        return codes;
    }
}
