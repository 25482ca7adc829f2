using Webhooks.Sandbox;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Storage;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class ControllerLoopTests
{
    [Fact]
    public async Task What_a_controller_fails_with_is_seen_by_who_waits_and_by_who_stops()
    {
        ClusterInProcess cluster = await ClusterInProcess.Start(new ApiServerOptions { RunsControllers = false }, _ => new Failing());
        await cluster.Create("configmaps/n/bad");

        Assert.Equal("bad", (await Assert.ThrowsAsync<InvalidOperationException>(cluster.AtRest)).Message);
        Assert.Equal("bad", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await cluster.DisposeAsync())).Message);
    }

    [Fact]
    public async Task A_server_without_controllers_leaves_things_as_they_are()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(new ApiServerOptions { RunsControllers = false });
        await cluster.Create("configmaps/n/owner");
        await cluster.Create("configmaps/n/child", $$"""{"metadata":{"ownerReferences":[{{cluster.ReferenceTo("configmaps/n/owner")}}]} }""");
        await cluster.Delete("configmaps/n/owner");
        await cluster.AtRest();

        Assert.True(cluster.Has("configmaps/n/child"));
        Assert.Empty(cluster.List("serviceaccounts"));
    }

    [Fact]
    public void What_fails_is_tried_again_later_and_later()
    {
        ManualTime time = new();
        WorkQueue queue = new(time);
        queue.Retry("a");
        Assert.False(queue.TryTake(out _));
        Assert.Equal(time.GetUtcNow().AddMilliseconds(5), queue.Next);

        time.Advance(TimeSpan.FromMilliseconds(5));
        Assert.True(queue.TryTake(out string key));
        Assert.Equal("a", key);
        queue.Retry("a");
        Assert.Equal(time.GetUtcNow().AddMilliseconds(10), queue.Next);

        queue.Add("a");
        Assert.True(queue.TryTake(out _));
        Assert.Null(queue.Next);
    }

    [Fact]
    public void The_earlier_of_two_times_counts_and_a_key_is_there_once()
    {
        ManualTime time = new();
        WorkQueue queue = new(time);
        queue.AddAt("a", time.GetUtcNow().AddSeconds(2));
        queue.AddAt("a", time.GetUtcNow().AddSeconds(1));
        queue.AddAt("a", time.GetUtcNow().AddSeconds(3));
        Assert.Equal(time.GetUtcNow().AddSeconds(1), queue.Next);

        time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(queue.TryTake(out _));
        Assert.False(queue.TryTake(out _));
    }

    private sealed class Failing() : Controller(TimeProvider.System)
    {
        public override void Observe(in ResourceChange change)
        {
            if (change.Change.Object.Name == "bad")
            {
                Queue.Add("bad");
            }
        }

        protected override Task<bool> Sync(string key) => throw new InvalidOperationException(key);
    }
}
