using Xunit;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>C6: when a finalizer comes and goes, by what is sent and what is there.</summary>
public sealed class FinalizerTests : ReconciledWidgets
{
    [Fact]
    public async Task C6_the_finalizer_comes_before_the_work_and_goes_after_the_clean_up()
    {
        Cache(await Cluster.CreateAsync("one"));
        Cluster.Transport.Before = async request =>
        {
            if (request.Verb == "create")
            {
                Assert.Contains(WidgetReconciler.Finalizer, await FinalizersAsync());
            }
        };
        await ReconcileAsync();
        await Cluster.DeleteAsync("one");
        Cache(await Cluster.FindAsync("one"));
        Cluster.Transport.Take();
        Cluster.Transport.Before = _ =>
        {
            Assert.Equal(["one"], Widgets.CleanedUp);
            return Task.CompletedTask;
        };
        await ReconcileAsync();
        Assert.Equal([$"patch {One}"], Cluster.Transport.Take());
        Assert.Null(await Cluster.FindAsync("one"));

        Cluster.Transport.Before = _ => Task.CompletedTask;

        // The cache lags: what is gone is cleaned up once more, which harms nobody.
        await ReconcileAsync();
        Assert.Equal(["one", "one"], Widgets.CleanedUp);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["example.com/first"]""")]
    public async Task C6_a_finalizer_that_another_adds_at_the_sameTime_survives(string before)
    {
        Cache(await Cluster.CreateAsync("one", before));
        bool isFirst = true;
        Cluster.Transport.Before = async request =>
        {
            if (request.Verb == "patch" && isFirst)
            {
                isFirst = false;
                await Cluster.PatchAsync("one", """{"metadata":{"finalizers":["example.com/others"]}}""");
            }
        };
        await ReconcileAsync();
        Assert.Equal(["example.com/others", WidgetReconciler.Finalizer], await FinalizersAsync());
        Assert.Equal([$"patch {One}", $"get {One}", $"patch {One}"], Cluster.Transport.Take()[..3]);

        await Cluster.DeleteAsync("one");
        Cache(await Cluster.FindAsync("one"));
        isFirst = true;
        Cluster.Transport.Before = async request =>
        {
            if (request.Verb == "patch" && isFirst)
            {
                isFirst = false;
                await Cluster.PatchAsync("one", $$$"""{"metadata":{"finalizers":["{{{WidgetReconciler.Finalizer}}}"]}}""");
            }
        };
        await ReconcileAsync();
        Assert.Null(await Cluster.FindAsync("one"));
    }

    [Fact]
    public async Task C6_an_object_first_seen_when_it_is_to_go_without_our_finalizer_is_left_alone()
    {
        await Cluster.CreateAsync("one", """["example.com/others"]""");
        await Cluster.DeleteAsync("one");
        Cache(await Cluster.FindAsync("one"));
        await ReconcileAsync();
        Assert.Empty(Cluster.Transport.Take());
        Assert.Empty(Widgets.CleanedUp);
    }

    [Fact]
    public async Task C6_an_object_that_is_asked_to_go_before_the_finalizer_came_is_left_alone()
    {
        Cache(await Cluster.CreateAsync("one", """["example.com/others"]"""));
        await Cluster.DeleteAsync("one");
        await ReconcileAsync();
        Assert.Equal([$"patch {One}", $"get {One}"], Cluster.Transport.Take());
        Assert.Equal(["example.com/others"], await FinalizersAsync());
        Assert.Equal("Status", (await Cluster.GetAsync($"{WidgetCluster.ConfigMaps}/one"))["kind"].GetString());
    }

    private async Task<string[]> FinalizersAsync() => [.. (await Cluster.FindAsync("one"))!.Metadata.Finalizers];
}
