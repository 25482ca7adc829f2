using Webhooks.Client.Queues;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Queues;

/// <summary>The invariant of a work queue's end, which has the number nine.</summary>
public sealed class WorkQueueShutDownTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueueShutDownTests() => _queue = new WorkQueue<string>("tests", _time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Q9_a_shutdown_hands_out_what_is_ready_and_then_releases_the_workers()
    {
        Pull<string> blocked = _queue.Pull();
        _queue.Add("dirty");
        Assert.Equal("dirty", blocked.Taken());
        _queue.Add("dirty");
        _queue.Add("ready");
        _queue.AddAfter("delayed", Second);
        _queue.ShutDown();
        _queue.Add("late");
        _queue.AddAfter("late", Second);
        _queue.AddRateLimited("late");
        _time.Advance(Second);

        Assert.Equal(["ready"], _queue.TakeAll());
        _queue.Pull().AssertShutDown();
        _queue.Done("dirty");
        Assert.Equal(["dirty"], _queue.TakeAll());
        _queue.Pull().AssertShutDown();
    }

    [Fact]
    public void Q9_a_shutdown_releases_every_blocked_worker()
    {
        Pull<string>[] blocked = [_queue.Pull(), _queue.Pull(), _queue.Pull()];
        _queue.ShutDown();
        Assert.All(blocked, get => get.AssertShutDown());
    }

    [Fact]
    public void Q9_a_drain_ends_when_all_work_is_done()
    {
        _queue.Add("a");
        _queue.Add("b");
        _queue.Take();
        Task drained = _queue.ShutDownWithDrainAsync();
        _queue.Done("a");
        Assert.False(drained.IsCompleted);
        _queue.Take();
        Assert.False(drained.IsCompleted);
        _queue.Done("b");
        Assert.True(drained.IsCompletedSuccessfully);
        Assert.True(_queue.ShutDownWithDrainAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public void Q9_a_drain_hands_out_dirty_keys_and_waits_for_them()
    {
        _queue.Add("a");
        _queue.Take();
        _queue.Add("a");
        Task drained = _queue.ShutDownWithDrainAsync();
        _queue.Done("a");
        Assert.False(drained.IsCompleted);
        Assert.Equal("a", _queue.Take());
        _queue.Add("a");
        _queue.Done("a");
        Assert.True(drained.IsCompletedSuccessfully);
        _queue.Pull().AssertShutDown();
    }

    [Fact]
    public void Q9_a_second_shutdown_releases_a_drain()
    {
        _queue.Add("a");
        _queue.Take();
        Task first = _queue.ShutDownWithDrainAsync();
        Task second = _queue.ShutDownWithDrainAsync();
        _queue.ShutDown();
        Assert.True(first.IsCompletedSuccessfully);
        Assert.True(second.IsCompletedSuccessfully);

        Task third = _queue.ShutDownWithDrainAsync();
        Assert.False(third.IsCompleted);
        _queue.Done("a");
        Assert.True(third.IsCompletedSuccessfully);
    }

    [Fact]
    public void Q9_a_drain_of_nothing_ends_at_once()
    {
        _queue.AddAfter("delayed", Second);
        Assert.True(_queue.ShutDownWithDrainAsync().IsCompletedSuccessfully);
    }
}
