using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>A controller over informers against an API server, as a program has it.</summary>
public sealed class ControllerTests
{
    [Fact]
    public async Task C9_a_child_that_somebody_deletes_comes_back_since_its_owner_is_found_by_reference()
    {
        await using WidgetCluster cluster = await WidgetCluster.StartAsync();
        await cluster.CreateAsync("one");
        await using ControlledWidgets widgets = ControlledWidgets.Start(cluster.Transport);
        string? first = null;
        await widgets.TermAsync(async () =>
        {
            string? uid = await cluster.ChildUidAsync("one");
            if (uid != null && first == null && await IsReadyAsync(cluster, "one"))
            {
                first = uid;
                await cluster.DoAsync(HttpMethod.Delete, $"{WidgetCluster.ConfigMaps}/one", "{}");
            }

            return first != null && uid != null && uid != first;
        });
    }

    [Fact]
    public async Task L9_a_second_term_lists_nothing_looks_at_every_key_and_writes_what_was_missed()
    {
        await using WidgetCluster cluster = await WidgetCluster.StartAsync();
        await cluster.CreateAsync("one");
        await cluster.CreateAsync("two");
        await using ControlledWidgets widgets = ControlledWidgets.Start(cluster.Transport);
        await widgets.TermAsync(async () => await IsReadyAsync(cluster, "one") && await IsReadyAsync(cluster, "two"));
        Assert.Contains(cluster.Transport.Take(), request => request.StartsWith("create ", StringComparison.Ordinal));

        // Nobody leads while the next one is made.
        await cluster.CreateAsync("three");
        await Eventually.HoldsAsync(() => widgets.Cached.Lister.Get(new("default", "three")) != null
            && widgets.Children.Lister.Get(new("default", "one")) != null && widgets.Children.Lister.Get(new("default", "two")) != null);
        await widgets.TermAsync(() => IsReadyAsync(cluster, "three"));
        string[] requests = cluster.Transport.Take();
        Assert.DoesNotContain(requests, request => request.StartsWith("list ", StringComparison.Ordinal));
        Assert.All(requests.Where(IsWrite), request => Assert.Matches("three|configmaps$", request));
        Assert.Single(requests, request => request.StartsWith("create ", StringComparison.Ordinal));
    }

    private static bool IsWrite(string request) =>
        request.StartsWith("patch ", StringComparison.Ordinal) || request.StartsWith("create ", StringComparison.Ordinal);

    private static async Task<bool> IsReadyAsync(WidgetCluster cluster, string name) =>
        await cluster.FindAsync(name) is { } widget && widget.Status.Conditions is [{ Status: "True" }];
}
