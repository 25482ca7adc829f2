using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;
using Webhooks.Client.Reconciling.Owning;
using Webhooks.Client.Reconciling.Sources;
using Webhooks.Client.Watching;
using Webhooks.Shared;
using Webhooks.Shared.Reconciling;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling.Sources;

/// <summary>Informers as sources: which keys are told for what happens, and what a controller waits for.</summary>
public sealed class KeySourcesTests : IAsyncLifetime
{
    private readonly ToldKeys _keys = new();
    private FedInformer _fed = null!;

    public Task InitializeAsync()
    {
        _fed = FedInformer.Start();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _fed.DisposeAsync().AsTask();

    [Fact]
    public async Task For_tells_the_keys_of_what_comes_changes_and_goes()
    {
        IReflectorSink<Widget> sink = _fed.List(Widget("a", 1));
        using IKeySubscription subscription = await SubscribeAsync(KeySources.For(_fed.Informer));
        Assert.Equal(["n/a (backlog)"], _keys.All);
        sink.Set(Widget("b", 2));
        sink.Set(Widget("b", 3));
        sink.Remove(Widget("b", 4));
        await Eventually.HoldsAsync(() => _keys.All.Count >= 5);
        Assert.Equal(["n/a (backlog)", "n/b", "n/b", "n/b", "n/b"], _keys.All);
    }

    [Fact]
    public async Task Of_changes_those_are_told_that_count()
    {
        IReflectorSink<Widget> sink = _fed.List(Widget("a", 1) with { Metadata = Widget("a", 1).Metadata with { Generation = 1 } });
        using IKeySubscription subscription = await SubscribeAsync(KeySources.For(_fed.Informer, new() { WhenChanged = Changes.Generation }));
        sink.Set(Widget("a", 2) with { Metadata = Widget("a", 2).Metadata with { Generation = 1 } });
        sink.Set(Widget("b", 3));
        await Eventually.HoldsAsync(() => _keys.All.Count >= 2);
        Assert.Equal(["n/a (backlog)", "n/b"], _keys.All);
        sink.Set(Widget("a", 4) with { Metadata = Widget("a", 4).Metadata with { Generation = 2 } });
        await Eventually.HoldsAsync(() => _keys.All.Count >= 4);
        Assert.Equal(["n/a", "n/a"], _keys.All.Skip(2));
    }

    [Fact]
    public async Task Of_objects_those_are_told_that_count_before_a_change_or_after_it()
    {
        IReflectorSink<Widget> sink = _fed.List(Widget("a", 1), Labelled("b", 2));
        using IKeySubscription subscription = await SubscribeAsync(KeySources.For(_fed.Informer, new() { Where = Changes.HasLabel("on", "yes") }));
        Assert.Equal(["n/b (backlog)"], _keys.All);
        sink.Set(Widget("a", 3));
        sink.Set(Labelled("a", 4));
        sink.Set(Widget("a", 5));
        sink.Remove(Widget("a", 6));
        sink.Remove(Labelled("b", 7));
        await Eventually.HoldsAsync(() => _keys.All.Count >= 6);
        Assert.Equal(["n/a", "n/a", "n/a", "n/a", "n/b"], _keys.All.Skip(1));
    }

    [Fact]
    public async Task C9_owns_tells_the_owners_by_controller_reference_before_a_change_and_after_it()
    {
        IReflectorSink<Widget> sink = _fed.List();
        using IKeySubscription subscription = await SubscribeAsync(KeySources.Owns<Widget, Widget>(_fed.Informer));
        sink.Set(Child("c", 1, ControllerReference.To(Widget("a", 1))));
        sink.Set(Child("c", 2, ControllerReference.To(Widget("b", 1))));
        sink.Set(Child("d", 3, ControllerReference.To(Widget("a", 1)) with { Kind = "Gadget" }));
        sink.Set(Child("e", 4, ControllerReference.To(Widget("a", 1)) with { Controller = null }));
        sink.Remove(Child("c", 5, ControllerReference.To(Widget("b", 1))));
        await Eventually.HoldsAsync(() => _keys.All.Count >= 4);
        Assert.Equal(["n/a", "n/a", "n/b", "n/b"], _keys.All);
    }

    [Fact]
    public async Task A_resync_tells_all_keys_as_a_backlog_whatever_changes_count()
    {
        _fed.List(Widget("a", 1));
        using IKeySubscription subscription = await SubscribeAsync(
            KeySources.For(_fed.Informer, new() { WhenChanged = (_, _) => false, Resync = TimeSpan.FromMinutes(1) }));
        _fed.Time.Advance(TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => _keys.All.Count >= 2);
        Assert.Equal(["n/a (backlog)", "n/a (backlog)"], _keys.All);
    }

    [Fact]
    public async Task A_subscription_that_is_disposed_of_tells_nothing_more()
    {
        IReflectorSink<Widget> sink = _fed.List(Widget("a", 1));
        (await SubscribeAsync(KeySources.For(_fed.Informer))).Dispose();
        ToldKeys others = new();
        using IKeySubscription other = await SubscribeAsync(KeySources.For(_fed.Informer), others);
        sink.Set(Widget("b", 2));
        await Eventually.HoldsAsync(() => others.All.Count == 2);
        Assert.Equal(["n/a (backlog)"], _keys.All);
    }

    [Fact]
    public async Task C1_what_is_only_read_is_waited_for_too()
    {
        using IKeySubscription subscription = KeySources.Reads(_fed.Informer).Subscribe(_keys);
        Task synced = subscription.WhenSyncedAsync(CancellationToken.None);
        Assert.False(synced.IsCompleted);
        _fed.List(Widget("a", 1));
        await synced.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(_keys.All);
    }

    [Fact]
    public async Task L9_a_second_term_reconciles_every_cached_key_without_another_list()
    {
        _fed.List(Widget("a", 1), Widget("b", 2));
        ScriptedReconciler reconciler = new();
        using Controller controller = new(new ControllerOptions { Name = "tests" }, reconciler, [KeySources.For(_fed.Informer)], _fed.Time, NullLogger.Instance);
        for (int term = 1; term <= 2; term++)
        {
            using CancellationTokenSource end = new();
            Task run = controller.RunAsync(end.Token);
            HashSet<string> seen = [];
            while (seen.Count < 2)
            {
                ReconcileCall call = await reconciler.NextAsync();
                Assert.NotNull(_fed.Informer.Lister.Get(call.Key));
                seen.Add(call.Key.Name);
                call.Succeed();
            }

            await end.CancelAsync();
            await run;
        }

        Assert.Equal((4, 1), (reconciler.Count, _fed.Lists));
    }

    private static Widget Widget(string name, int version) =>
        new() { Metadata = new ObjectMeta { Namespace = "n", Name = name, Uid = "u-" + name, ResourceVersion = $"{version}" } };

    private static Widget Labelled(string name, int version) =>
        new() { Metadata = Widget(name, version).Metadata with { Labels = StringMap.Of([new("on", "yes")]) } };

    private static Widget Child(string name, int version, OwnerReference owner) =>
        new() { Metadata = Widget(name, version).Metadata with { OwnerReferences = [owner] } };

    private async Task<IKeySubscription> SubscribeAsync(IKeySource source, ToldKeys? keys = null)
    {
        IKeySubscription subscription = source.Subscribe(keys ?? _keys);
        await subscription.WhenSyncedAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        return subscription;
    }
}
