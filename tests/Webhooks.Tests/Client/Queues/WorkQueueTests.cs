using System.Runtime.CompilerServices;
using Webhooks.Client.Queues;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Queues;

/// <summary>The invariants of a work queue, each in a test of its number.</summary>
public sealed class WorkQueueTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueueTests() => _queue = new WorkQueue<string>("tests", _time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task Q1_a_key_is_never_in_the_hands_of_two_workers()
    {
        using WorkQueue<int> queue = new("tests", TimeProvider.System);
        int[] workers = new int[8];
        Task[] running = [.. Enumerable.Range(0, 16).Select(_ => Task.Run(WorkAsync))];
        for (int i = 0; i < 20_000; i++)
        {
            queue.Add(i % workers.Length);
        }

        await queue.ShutDownWithDrainAsync();
        await Task.WhenAll(running);

        async Task WorkAsync()
        {
            while ((await queue.GetAsync()).TryGet(out int key))
            {
                Assert.Equal(1, Interlocked.Increment(ref workers[key]));
                await Task.Yield();
                Interlocked.Decrement(ref workers[key]);
                queue.Done(key);
            }
        }
    }

    [Fact]
    public void Q2_a_key_added_during_work_is_handed_out_once_more()
    {
        _queue.Add("a");
        string key = _queue.Take();
        for (int i = 0; i < 5; i++)
        {
            _queue.Add(key);
        }

        Pull<string> other = _queue.Pull();
        Assert.False(other.IsCompleted);

        _queue.Done(key);
        Assert.Equal("a", other.Taken());
        _queue.Done("a");
        Assert.Equal(0, _queue.Len);
        Assert.False(_queue.Pull().IsCompleted);
    }

    [Fact]
    public void Q3_a_key_added_many_times_is_handed_out_once()
    {
        for (int i = 0; i < 5; i++)
        {
            _queue.Add("a");
            _queue.AddAfter("a", Second);
        }

        Assert.Equal(1, _queue.Len);
        Assert.Equal(["a"], _queue.TakeAll());
        _time.Advance(Second);
        Assert.Equal(0, _queue.Len);
    }

    [Fact]
    public async Task Q4_nothing_is_lost_and_a_cancelled_get_swallows_no_wake_up()
    {
        using CancellationTokenSource first = new();
        using CancellationTokenSource second = new();
        Pull<string> cancelled = _queue.Pull(first.Token);
        Pull<string> answered = _queue.Pull(second.Token);
        Pull<string> waiting = _queue.Pull();

        await first.CancelAsync();
        OperationCanceledException thrown = await Assert.ThrowsAsync<OperationCanceledException>(async () => await cancelled.Await());
        Assert.Equal(first.Token, thrown.CancellationToken);

        // The key went past the cancelled get to the next one, which keeps it though it is cancelled before it looks.
        _queue.Add("a");
        await second.CancelAsync();
        Assert.Equal("a", answered.Taken());

        _queue.Add("b");
        Assert.Equal("b", waiting.Taken());
        await Assert.ThrowsAsync<TaskCanceledException>(async () => await _queue.GetAsync(first.Token));
    }

    [Fact]
    public void Q5_keys_leave_by_priority_and_then_in_the_order_they_became_ready()
    {
        _queue.Add("late");
        _queue.Take();
        _queue.Add("late");
        _queue.AddAfter("delayed", Second);
        _queue.Add("first");
        _queue.Add("low", -1);
        _queue.Add("high", 5);
        _queue.Add("raised");
        _queue.Add("last");
        _queue.Done("late");
        _time.Advance(Second);

        _queue.Add("raised", 5);
        _queue.Add("high", 1);
        _queue.Add("first", -7);
        _queue.AddAfter("low", Second, -1);

        // A raised key has been ready for as long as it has.
        Assert.Equal(["high", "raised", "first", "last", "late", "delayed", "low"], _queue.TakeAll());
    }

    [Fact]
    public void Q5_a_key_keeps_the_highest_priority_while_it_is_delayed_or_worked_on()
    {
        _queue.AddAfter("delayed", Second, 3);
        _queue.AddAfter("delayed", Second, 2);
        _queue.Add("dirty", 9);
        _queue.Take();
        _queue.Add("dirty", 1);
        _queue.Add("dirty", 4);
        _queue.Add("dirty", 2);
        _queue.Done("dirty");
        _time.Advance(Second);
        _queue.Add("plain", 3);

        // The 9 left with the key when it was taken.
        Assert.Equal(4, _queue.Pull().Next().Priority);
        Assert.Equal(["delayed", "plain"], _queue.TakeAll());
    }

    [Fact]
    public void Q6_a_delayed_key_becomes_ready_at_the_earliest_of_its_times()
    {
        _queue.AddAfter("a", 5 * Second);
        _queue.AddAfter("a", 2 * Second);
        _queue.AddAfter("a", 9 * Second);
        _queue.AddAfter("b", 3 * Second);
        _queue.AddAfter("never", TimeSpan.MaxValue);

        _time.Advance((2 * Second) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _queue.Len);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["a"], _queue.TakeAll());

        _queue.Add("b");
        Assert.Equal(["b"], _queue.TakeAll());
        _time.Advance(TimeSpan.FromDays(100));
        Assert.Equal(0, _queue.Len);
    }

    [Fact]
    public void Q6_a_key_may_be_delayed_while_it_is_worked_on()
    {
        _queue.AddAfter("a", TimeSpan.Zero);
        _queue.Take();
        _queue.AddAfter("a", Second);
        _queue.AddAfter("a", 3 * Second);
        _time.Advance(Second);
        Assert.Equal(0, _queue.Len);

        _queue.Done("a");
        Assert.Equal(["a"], _queue.TakeAll());
        _time.Advance(2 * Second);
        Assert.Equal(0, _queue.Len);
    }

    [Fact]
    public void Q6_keys_that_come_due_at_once_are_handed_out_in_the_order_of_their_times()
    {
        _queue.AddAfter("c", 3 * Second);
        _queue.AddAfter("a", Second);
        _queue.AddAfter("d", 3 * Second);
        _queue.AddAfter("b", 2 * Second);
        Pull<string>[] gets = [_queue.Pull(), _queue.Pull(), _queue.Pull(), _queue.Pull()];
        _time.Jump(4 * Second);
        Assert.Equal(["a", "b", "c", "d"], gets.Select(get => get.Taken()));
    }

    [Fact]
    public void Q7_a_key_waits_twice_as_long_after_each_failure()
    {
        TimeSpan expected = TimeSpan.FromMilliseconds(5);
        for (int failure = 1; failure <= 200; failure++)
        {
            _queue.AddRateLimited("a");
            Assert.Equal(failure, _queue.NumRequeues("a"));
            AssertReadyAfter(expected);
            expected = expected < 500 * Second ? 2 * expected : 1000 * Second;
        }

        _queue.Forget("a");
        Assert.Equal(0, _queue.NumRequeues("a"));
        _queue.AddRateLimited("a");
        AssertReadyAfter(TimeSpan.FromMilliseconds(5));
    }

    [Fact]
    public void Q7_all_keys_together_fail_a_hundred_times_and_then_ten_times_a_second()
    {
        for (int key = 0; key < 130; key++)
        {
            _queue.AddRateLimited($"{key}");
        }

        _time.Advance(TimeSpan.FromMilliseconds(5));
        Assert.Equal(100, _queue.TakeAll().Count);
        _time.Advance(TimeSpan.FromMilliseconds(94));
        Assert.Equal(0, _queue.Len);
        for (int key = 100; key < 130; key++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal([$"{key}"], _queue.TakeAll());
            _time.Advance(TimeSpan.FromMilliseconds(99));
        }
    }

    [Fact]
    public void Q8_a_key_that_fails_does_not_delay_another()
    {
        for (int failure = 0; failure < 50; failure++)
        {
            _queue.AddRateLimited("a");
            _queue.Add("a");
            _queue.TakeAll();
        }

        _queue.AddRateLimited("a");
        _queue.AddRateLimited("b");
        _time.Advance(TimeSpan.FromMilliseconds(5));
        Assert.Equal(["b"], _queue.TakeAll());
        _time.Advance(1000 * Second);
        Assert.Equal(["a"], _queue.TakeAll());
    }

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

    [Fact]
    public void Q11_a_queue_does_not_hold_on_to_what_is_done()
    {
        using WorkQueue<Name> queue = new("tests", _time);
        WeakReference[] keys = [.. Enumerable.Range(0, 5).Select(shape => Pass(queue, shape))];
        GC.Collect();
        Assert.All(keys, key => Assert.False(key.IsAlive));
        GC.KeepAlive(queue);
    }

    [Fact]
    public void A_key_that_no_worker_has_cannot_be_done()
    {
        _queue.Add("a");
        Assert.StartsWith("No worker has a:", Assert.Throws<InvalidOperationException>(() => _queue.Done("a")).Message, StringComparison.Ordinal);
        Assert.Equal(["a"], _queue.TakeAll());
        Assert.Throws<InvalidOperationException>(() => _queue.Done("a"));
    }

    [Fact]
    public void What_was_there_before_costs_nothing() =>
        Allocations.AssertNone(() =>
        {
            _queue.Add("a");
            _queue.Add("b", 1);
            Done(_queue.GetAsync());
            Done(_queue.GetAsync());

            AddFor(_queue.GetAsync());
            _queue.AddAfter("d", Second);
            _queue.Add("d");
            Done(_queue.GetAsync());
        });

    private void AddFor(ValueTask<NextKey<string>> waiting)
    {
        Assert.False(waiting.IsCompleted);
        _queue.Add("c");
        Done(waiting);
    }

    private void Done(ValueTask<NextKey<string>> get)
    {
        Assert.True(get.IsCompletedSuccessfully);
        Assert.True(get.Result.TryGet(out string? key));
        _queue.Done(key);
    }

    private void AssertReadyAfter(TimeSpan wait)
    {
        _time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _queue.Len);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["a"], _queue.TakeAll());
    }

    // In a frame of its own, so that no local keeps the key alive. Every way through the queue ends with a clean Done.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Pass(WorkQueue<Name> queue, int shape)
    {
        Name key = new($"{shape}");
        Pull<Name>? waiting = shape == 1 ? queue.Pull() : null;
        if (shape == 2)
        {
            queue.AddRateLimited(key);
            _time.Advance(Second);
        }
        else if (shape == 3)
        {
            queue.AddAfter(key, Second);
        }

        queue.Add(key);
        queue.Forget(waiting?.Taken() ?? queue.Take());
        if (shape == 4)
        {
            queue.Add(key);
            queue.Done(key);
            queue.Take();
        }

        queue.Done(key);
        return new WeakReference(key);
    }

    private sealed record Name(string Text);
}
