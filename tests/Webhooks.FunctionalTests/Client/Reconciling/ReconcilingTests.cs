using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Finalizing;
using Webhooks.Resources.Json;
using Webhooks.Shared.Reconciling;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>What a reconcile writes, by what is sent: C5, C7, C9 and C10.</summary>
public sealed class ReconcilingTests : ReconciledWidgets
{
    [Fact]
    public async Task C5_a_reconcile_with_nothing_to_change_writes_nothing()
    {
        Cache(await Cluster.CreateAsync("one"));
        await ReconcileAsync();
        Assert.Equal([$"patch {One}", $"create {WidgetCluster.ConfigMaps}", $"patch {One}/status"], Cluster.Transport.Take());

        Cache(await Cluster.FindAsync("one"));
        WidgetReconciler informed = new(Cluster.Transport, Events, Time) { Cached = _ => [new ConfigMap()] };
        Time.Advance(TimeSpan.FromHours(1));
        await new FinalizingReconciler<Widget>(WidgetReconciler.Finalizer, Cached.GetValueOrDefault, Cluster.Transport, informed)
            .ReconcileAsync(new ObjectKey("default", "one"), CancellationToken.None);
        Assert.Empty(Cluster.Transport.Take());
    }

    [Fact]
    public async Task C7_a_status_is_written_to_its_place_and_says_the_generation_that_was_read()
    {
        Widget made = await Cluster.CreateAsync("one");
        Cache(made);
        await Cluster.PatchAsync("one", """{"spec":{"color":"blue"}}""");
        await ReconcileAsync();
        Assert.Equal($"patch {One}/status", Cluster.Transport.Take()[^1]);

        Widget written = (await Cluster.FindAsync("one"))!;
        Assert.Equal((2, 2), (written.Metadata.Generation, written.Status.ObservedGeneration));
        Assert.Equal("blue", (await Cluster.GetAsync(One))["spec"]["color"].GetString());
        Assert.Equal(Time.GetUtcNow(), Assert.Single(written.Status.Conditions).LastTransitionTime);
    }

    [Fact]
    public async Task C9_a_child_of_the_right_name_that_belongs_to_nobody_is_not_touched_and_reported()
    {
        JsonValue foreign = await Cluster.DoAsync(HttpMethod.Post, WidgetCluster.ConfigMaps, """{"metadata":{"name":"one"},"data":{"a":"b"}}""");
        Cache(await Cluster.CreateAsync("one"));
        await ReconcileAsync();
        await ReconcileAsync();
        Assert.Equal(foreign["metadata"]["resourceVersion"].GetString(), (await Cluster.GetAsync($"{WidgetCluster.ConfigMaps}/one"))["metadata"]["resourceVersion"].GetString());
        Assert.Equal(Enumerable.Repeat("Warning NotOwned: ConfigMap default/one is managed by nobody", 2), Events.All);
        Assert.Equal(("False", "NotOwned"), (await Cluster.FindAsync("one"))!.Status.Conditions is [{ } ready] ? (ready.Status, ready.Reason) : default);
    }

    [Fact]
    public async Task C9_a_child_of_an_owner_that_had_the_name_before_is_another_owners()
    {
        Widget before = await Cluster.CreateAsync("two");
        await Cluster.DoAsync(HttpMethod.Post, WidgetCluster.ConfigMaps, $$$"""
            {"metadata":{"name":"one","ownerReferences":[{"apiVersion":"example.com/v1","kind":"Widget","name":"two","uid":"{{{before.Metadata.Uid}}}","controller":true}]}}
            """);
        Cache(await Cluster.CreateAsync("one"));
        await ReconcileAsync();
        Assert.Equal(["Warning NotOwned: ConfigMap default/one is managed by Widget two"], Events.All);
    }

    [Fact]
    public async Task C10_a_reconcile_that_does_not_see_its_child_yet_makes_no_second_one()
    {
        Cache(await Cluster.CreateAsync("one"));
        await ReconcileAsync();
        Cluster.Transport.Take();
        await ReconcileAsync();
        Assert.Contains($"create {WidgetCluster.ConfigMaps}", Cluster.Transport.Take());
        Assert.Equal(1, (await Cluster.GetAsync(WidgetCluster.ConfigMaps))["items"].Items().Count(item => item["metadata"]["name"].GetString() == "one"));
        Assert.Empty(Events.All);
        Assert.True((await Cluster.FindAsync("one"))!.Status.Conditions is [{ Status: "True" }]);
    }
}
