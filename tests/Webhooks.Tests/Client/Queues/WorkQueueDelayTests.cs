using Webhooks.Client.Queues;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Queues;

/// <summary>The invariants of a work queue that time decides, each in a test of its number.</summary>
public sealed class WorkQueueDelayTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueueDelayTests() => _queue = new WorkQueue<string>("tests", _time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Q6_a_delayed_key_becomes_ready_at_the_earliest_of_its_times()
    {
        _queue.AddAfter("b", 3 * Second);
        _queue.AddAfter("a", 5 * Second);
        _queue.AddAfter("a", 2 * Second);
        _queue.AddAfter("a", 9 * Second);
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
    public void A_part_of_a_millisecond_is_waited_for_as_a_whole_one()
    {
        _queue.AddAfter("a", TimeSpan.FromMicroseconds(300));
        AssertReadyAfter(TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void All_delays_share_one_timer()
    {
        CountedTimers time = new(_time);
        using WorkQueue<int> queue = new("tests", time);
        for (int key = 0; key < 1000; key++)
        {
            queue.AddAfter(key, (1 + ((key * 7) % 100)) * Second);
        }

        _time.Advance(100 * Second);
        Assert.Equal(1000, queue.Len);
        Assert.Equal(1, time.Created);
    }

    private void AssertReadyAfter(TimeSpan wait)
    {
        _time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _queue.Len);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["a"], _queue.TakeAll());
    }

    private sealed class CountedTimers(TimeProvider time) : TimeProvider
    {
        public int Created { get; private set; }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Created++;
            return time.CreateTimer(callback, state, dueTime, period);
        }
    }
}
