using System.Runtime.CompilerServices;
using Webhooks.Client.Queues;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Queues;

/// <summary>The invariants of a work queue, each in a test of its number: who gets which key, and when none.</summary>
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
    public void Q5_a_raised_key_overtakes()
    {
        _queue.Add("a");
        _queue.Add("b");
        _queue.Add("b", 1);
        Assert.Equal(["b", "a"], _queue.TakeAll());
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
    public void Q11_a_queue_does_not_hold_on_to_what_is_done()
    {
        using WorkQueue<Name> queue = new("tests", _time);
        WeakReference[] keys = [.. Enumerable.Range(0, 5).Select(shape => Pass(queue, shape))];
        GC.Collect();
        Assert.All(keys, key => Assert.False(key.IsAlive));
        GC.KeepAlive(queue);
    }

    [Fact]
    public void Q11_a_shutdown_does_not_hold_on_to_what_is_delayed()
    {
        using WorkQueue<Name> queue = new("tests", _time);
        WeakReference key = Delay(queue);
        queue.ShutDown();
        GC.Collect();
        Assert.False(key.IsAlive);
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
    public void What_was_there_before_costs_nothing()
    {
        using CancellationTokenSource cancel = new();
        Allocations.AssertNone(() =>
        {
            _queue.Add("a");
            _queue.Add("b", 1);
            Done(_queue.GetAsync());
            Done(_queue.GetAsync());

            AddFor(_queue.GetAsync());
            AddFor(_queue.GetAsync(cancel.Token));
            _queue.AddAfter("d", Second);
            _queue.Add("d");
            Done(_queue.GetAsync());
        });
    }

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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Delay(WorkQueue<Name> queue)
    {
        Name key = new("delayed");
        queue.AddAfter(key, Second);
        return new WeakReference(key);
    }

    private sealed record Name(string Text);
}
