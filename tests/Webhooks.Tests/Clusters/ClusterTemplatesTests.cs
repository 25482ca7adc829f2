using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Client.Watching;
using Webhooks.Server.Health;
using Webhooks.Server.Templates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Clusters;

/// <summary>Templates of an informer, told of by hand, without an API server.</summary>
public sealed class ClusterTemplatesTests : IAsyncLifetime, IDisposable
{
    private const string Good = "containers: [{name: agent, image: agent:1}]\n";
    private const string Better = "containers: [{name: agent, image: agent:2}]\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualTime _time = new();
    private readonly TemplatesInForce _inForce = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<IReflectorSink<ConfigMap>> _sink = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private KeptTemplates _kept = null!;
    private ClusterTemplates _templates = null!;
    private Task _running = null!;
    private IReflectorSink<ConfigMap> _server = null!;
    private int _version;

    public async Task InitializeAsync()
    {
        SharedInformer<ConfigMap> informer = new("configmaps", ReflectAsync, _time, NullLogger.Instance);
        _kept = new KeptTemplates("test", _inForce, _time, NullLogger.Instance);
        _templates = ClusterTemplates.Of(informer, InjectionOptions.DefaultPrefix, _kept, _time);
        _running = Task.WhenAll(informer.RunAsync(_stop.Token), EndedAsync(_templates.RunAsync(_stop.Token)));
        _server = await _sink.Task;
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task It_is_not_well_before_all_have_been_listed_and_says_why()
    {
        Assert.Equal(new HealthState(false, "the ConfigMaps have not all been listed yet"), _templates.State);
        _kept.Failure = "forbidden";
        Assert.Equal(new HealthState(false, "forbidden"), _templates.State);
        Assert.Equal(1, _kept.Errors);
        _kept.Failure = null;
        _server.Replace([Item("agent", Good)], [], Version());
        await _templates.WhenSynced.WaitAsync(Patience);
        Assert.Equal(new HealthState(true, "1 in force"), _templates.State);
    }

    [Fact]
    public async Task It_is_well_without_any()
    {
        _server.Replace([], [], Version());
        await _templates.WhenSynced.WaitAsync(Patience);
        Assert.Equal(new HealthState(true, "0 in force"), _templates.State);
    }

    [Fact]
    public async Task A_broken_version_leaves_the_last_good_one_and_one_that_was_never_good_is_invalid()
    {
        await ListAsync(Item("agent", Good), Item("other", "containers: 7\n"));
        Assert.True(_inForce.Current.IsInvalid("other"));
        string good = _inForce.Current.Find("agent")!.Hash;
        _server.Set(Item("agent", "containers: 7\n"));
        await HoldsAsync(() => _kept.Broken == 2);
        Assert.Equal(good, _inForce.Current.Find("agent")!.Hash);
        Assert.Equal(2, _kept.Errors);
        _server.Set(Item("agent", Better));
        await HoldsAsync(() => _inForce.Current.Find("agent")!.Hash != good);
    }

    [Fact]
    public async Task A_deleted_template_is_gone_after_ten_minutes_unless_the_API_server_is_away()
    {
        await ListAsync(Item("agent", Good));
        _server.Remove(Item("agent", Good));
        await HoldsAsync(() => _kept.Deleted == 1);
        _kept.Failure = "away";
        _time.Advance(RetainedTemplates.Grace);
        Assert.Equal(["agent"], _inForce.Current.Names);
        _kept.Failure = null;
        await HoldsAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return _inForce.Current.Names.Count == 0;
        });
        Assert.Equal(0, _kept.Deleted);
    }

    private async Task ListAsync(params ConfigMap[] items)
    {
        _server.Replace(items, [], Version());
        await _templates.WhenSynced.WaitAsync(Patience);
    }

    private ConfigMap Item(string template, string config) => new()
    {
        Metadata = new ObjectMeta { Name = $"{template}-initializer", Namespace = "n", Uid = template, ResourceVersion = Version() },
        Data = StringMap.Of([new("config", config)]),
    };

    private string Version() => $"{++_version}";

    private async Task ReflectAsync(IReflectorSink<ConfigMap> sink, CancellationToken cancellation)
    {
        _sink.SetResult(sink);
        await EndedAsync(Task.Delay(Timeout.Infinite, cancellation));
    }

    private static async Task EndedAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The end of the test.
        }
    }

    private static async Task HoldsAsync(Func<bool> fact)
    {
        using CancellationTokenSource late = new(Patience);
        while (!fact())
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
