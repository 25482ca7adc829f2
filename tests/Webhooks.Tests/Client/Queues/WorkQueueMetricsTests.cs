using System.Diagnostics.Metrics;
using Webhooks.Client.Queues;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Queues;

public sealed class WorkQueueMetricsTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();
    private readonly string _name = Guid.NewGuid().ToString();
    private readonly WorkQueue<string> _queue;
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, List<double>> _measured = [];

    public WorkQueueMetricsTests() => _queue = new WorkQueue<string>(_name, _time);

    public void Dispose()
    {
        _listener.Dispose();
        _queue.Dispose();
    }

    [Fact]
    public void Q10_metrics_count_what_is_ready_and_time_from_the_first_add()
    {
        Listen();
        _queue.Add("a");
        _time.Advance(Second);
        _queue.Add("a", 3);
        _queue.Add("b");
        _queue.AddAfter("c", 5 * Second);
        Assert.Equal((2, 2, 1), (Read("depth"), Read("adds_total"), Read("retries_total")));

        _time.Advance(Second);
        Assert.Equal("a", _queue.Take());
        Assert.Equal([2.0], Measured("queue_duration_seconds"));
        _time.Advance(Second);
        Assert.Equal("b", _queue.Take());
        Assert.Equal([2.0, 2.0], Measured("queue_duration_seconds"));
        _time.Advance(Second);
        Assert.Equal((0, 3.0, 2.0), (Read("depth"), Read("unfinished_work_seconds"), Read("longest_running_processor_seconds")));

        // Dirty: not ready, but it waits.
        _queue.Add("a");
        _queue.Add("a");
        Assert.Equal((0, 3), (Read("depth"), Read("adds_total")));
        _time.Advance(Second);
        _queue.Done("a");
        Assert.Equal([3.0], Measured("work_duration_seconds"));
        Assert.Equal((1, 2.0, 2.0), (Read("depth"), Read("unfinished_work_seconds"), Read("longest_running_processor_seconds")));
        Assert.Equal("a", _queue.Take());
        Assert.Equal([2.0, 2.0, 1.0], Measured("queue_duration_seconds"));

        // One that was delayed waits from its time on, which is six seconds after the start.
        _time.Advance(3 * Second);
        Assert.Equal((1, 4), (Read("depth"), Read("adds_total")));
        Assert.Equal("c", _queue.Take());
        Assert.Equal(2.0, Measured("queue_duration_seconds")[^1]);

        _queue.AddRateLimited("c");
        Assert.Equal(2, Read("retries_total"));
        _queue.Done("a");
        _queue.Done("b");
        _queue.Done("c");
        Assert.Equal([3.0, 3.0, 5.0, 0.0], Measured("work_duration_seconds"));
        Assert.Equal((0.0, 0.0), (Read("unfinished_work_seconds"), Read("longest_running_processor_seconds")));
    }

    [Fact]
    public void A_key_that_somebody_waited_for_did_not_wait()
    {
        Listen();
        Pull<string> waiting = _queue.Pull();
        _time.Advance(Second);
        _queue.Add("a");
        Assert.Equal("a", waiting.Taken());
        Assert.Equal([0.0], Measured("queue_duration_seconds"));
        Assert.Equal((0, 1), (Read("depth"), Read("adds_total")));
    }

    [Fact]
    public void Who_listens_late_hears_of_what_was_counted_and_is_worked_on_and_of_no_wait_that_nobody_measured()
    {
        _queue.Add("a");
        _queue.Add("b");
        _queue.Take();
        _time.Advance(Second);
        Listen();
        _queue.Take();
        Assert.Empty(Measured("queue_duration_seconds"));
        Assert.Equal((2, 1.0), (Read("adds_total"), Read("longest_running_processor_seconds")));
    }

    [Fact]
    public void A_queue_that_is_disposed_of_tells_nothing_more()
    {
        Listen();
        _queue.Add("a");
        _queue.Dispose();
        _listener.RecordObservableInstruments();
        Assert.Empty(_measured);
    }

    private void Listen()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Webhooks.Client.Queues")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    // Queues of tests that run beside this one are heard, too.
    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Assert.Equal("name", Assert.Single(tags.ToArray()).Key);
        if (_name.Equals(tags[0].Value))
        {
            _measured.TryAdd(instrument.Name, []);
            _measured[instrument.Name].Add(value);
        }
    }

    private List<double> Measured(string name) => _measured.GetValueOrDefault($"workqueue_{name}", []);

    private double Read(string name)
    {
        _measured.Remove($"workqueue_{name}");
        _listener.RecordObservableInstruments();
        return Measured(name)[^1];
    }
}
