using System.Collections.Concurrent;
using Webhooks.Client.Caching;
using Webhooks.Client.Configuration;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Faults;
using Webhooks.Shared;
using Webhooks.Shared.Caching;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Caching;

/// <summary>Informers that list and watch an API server, each invariant in a test of its number.</summary>
public sealed class InformerTests : IAsyncLifetime, IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private static readonly FaultMatch Watches = new() { Verb = "watch", Resource = "configmaps" };
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _end = new();
    private readonly TemporaryFolder _folder = new();
    private ApiServer _server = null!;
    private SandboxClient _writer = null!;
    private ApiConnection _connection = null!;
    private SharedInformer<ConfigMap> _informer = null!;
    private Task _run = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.StartAsync(new ApiServerOptions { RecordsRequests = true });
        _writer = new SandboxClient(_server);
        _connection = ApiConnection.Open(ClientConfiguration.Find(_folder.Write("config", _server.Kubeconfig("admin", "system:masters"))));
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _run;
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _writer.Dispose();
        _folder.Dispose();
        _end.Dispose();
    }

    [Fact]
    public async Task S4_a_hundred_handlers_that_come_during_churn_come_to_what_the_server_has()
    {
        Make();
        await StartAsync();
        ConcurrentQueue<string> problems = [];
        FoldingHandler[] handlers = [.. Enumerable.Range(0, 100).Select(index => new FoldingHandler($"h{index}", _informer.Lister, resyncs: false, goesBack: false, problems))];
        Random random = new(1);
        HashSet<string> there = [];
        foreach (FoldingHandler handler in handlers)
        {
            _informer.AddHandler(handler);
            string name = $"m{random.Next(10)}";
            if (there.Add(name))
            {
                await _writer.CreateAsync(name);
            }
            else if (random.Next(2) == 0)
            {
                await PatchAsync(name, $"{random.Next()}");
            }
            else
            {
                there.Remove(name);
                await _writer.SendAsync(HttpMethod.Delete, $"{ConfigMaps}/{name}", "{}");
            }
        }

        await _writer.CreateAsync(FoldingHandler.Last);
        await Task.WhenAll(handlers.Select(handler => handler.HeardLast)).WaitAsync(Minute);
        Assert.Empty(problems);
        Assert.All(handlers, handler => Assert.Equal(_informer.Lister.List().Texts(), handler.Copy));
        Assert.Equal([.. there.Append(FoldingHandler.Last).Order(StringComparer.Ordinal)], _informer.Lister.List().Select(map => map.Metadata.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task S7_a_resync_sends_no_request()
    {
        ManualTime time = new();
        Make(time);
        await _writer.CreateAsync("a");
        HeardCalls calls = await StartAsync(Minute);
        await calls.TakeAsync(1);
        await _server.Requests.WaitForAsync(request => request is { Verb: "watch", Resource: "configmaps" });
        int requests = _server.Requests.Count();
        for (int round = 0; round < 3; round++)
        {
            time.Advance(Minute);
            Assert.StartsWith("updated a@", Assert.Single(await calls.TakeAsync(1)), StringComparison.Ordinal);
        }

        Assert.Equal(requests, _server.Requests.Count());
    }

    [Fact]
    public async Task S12_an_object_made_again_while_there_was_no_watch_is_deleted_and_added()
    {
        Make();
        await _writer.CreateAsync("a");
        _server.Faults.Add(Watches, new WatchEffect.End(After: 1), times: 1);
        Fault away = _server.Faults.Add(Watches with { Skip = 1 }, FaultEffect.ServiceUnavailable);
        HeardCalls calls = await StartAsync();
        ConfigMap old = Assert.Single(_informer.Lister.List());
        await _writer.CreateAsync("b");
        await away.WaitForAsync(1);
        await _writer.SendAsync(HttpMethod.Delete, $"{ConfigMaps}/a", "{}");
        await _writer.CreateAsync("a");
        _server.Compact();
        away.Dispose();
        IReadOnlyList<string> told = await calls.TakeAsync(4);
        ConfigMap made = _informer.Lister.Get(new ObjectKey("default", "a"))!;
        Assert.NotEqual(old.Metadata.Uid, made.Metadata.Uid);
        Assert.Equal([$"initial {old.Text()}", told[1], $"deleted {old.Text()} unseen", $"added {made.Text()}"], told);
        Assert.StartsWith("added b@", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_run_runs_all_informers_and_each_is_there_once()
    {
        SharedInformerFactory factory = new(_connection);
        SharedInformer<ConfigMap> all = factory.Get<ConfigMap>();
        Assert.Same(all, factory.Get(new ReflectorOptions<ConfigMap>()));
        SharedInformer<ConfigMap> some = factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "default", Name = "some" });
        _run = factory.RunAsync(_end.Token);
        SharedInformer<ConfigMap> late = factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "kube-system", Name = "late" });
        await factory.WhenSyncedAsync().WaitAsync(Minute);
        Assert.True(all.HasSynced && some.HasSynced && late.HasSynced);
        Assert.Equal(["configmaps", "late", "some"], factory.Read().Select(reading => reading.Name));
    }

    private void Make(TimeProvider? time = null) =>
        _informer = new SharedInformer<ConfigMap>(_connection, new ReflectorOptions<ConfigMap> { Namespace = "default", UsesWatchList = false, FieldSelector = "metadata.name!=kube-root-ca.crt" }, time: time);

    private async Task<HeardCalls> StartAsync(TimeSpan? resync = null)
    {
        HeardCalls calls = new();
        _informer.AddHandler(calls, resync);
        _run = _informer.RunAsync(_end.Token);
        await _informer.WhenSyncedAsync().WaitAsync(Minute);
        return calls;
    }

    private async Task PatchAsync(string name, string value) =>
        await _writer.SendAsync(HttpMethod.Patch, $"{ConfigMaps}/{name}", $$$"""{"data":{"k":"{{{value}}}"}}""", "application/merge-patch+json");
}
