using System.Diagnostics.Metrics;

namespace Webhooks.Client.Queues;

/// <summary>What a queue tells of itself, under the names that client-go gives. What is counted anyway is read when somebody asks.</summary>
internal sealed class WorkQueueMetrics : IDisposable
{
    /// <summary>What listeners subscribe to.</summary>
    public const string MeterName = "Webhooks.Client.Queues";

    // From 10 ns to 1,000 s, each ten times the one before.
    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1000] };

    private readonly Meter _meter = new(MeterName);
    private readonly KeyValuePair<string, object?> _name;
    private readonly Histogram<double> _queued;
    private readonly Histogram<double> _worked;

    public WorkQueueMetrics(string name, IWorkQueueReadings queue)
    {
        _name = new KeyValuePair<string, object?>("name", name);
        _queued = Histogram("workqueue_queue_duration_seconds", "How long keys were ready before a worker took them.");
        _worked = Histogram("workqueue_work_duration_seconds", "How long workers had keys.");
        _meter.CreateObservableGauge("workqueue_depth", () => Tagged((long)queue.Len), description: "Keys that are ready.");
        _meter.CreateObservableCounter("workqueue_adds_total", () => Tagged(queue.Adds), description: "How often a key became due that was not.");
        _meter.CreateObservableCounter("workqueue_retries_total", () => Tagged(queue.Retries), description: "How often a key was added for later.");
        _meter.CreateObservableGauge("workqueue_unfinished_work_seconds", () => Tagged(queue.Unfinished.TotalSeconds), "s", "How long workers have had the keys that they have, all together.");
        _meter.CreateObservableGauge(
            "workqueue_longest_running_processor_seconds", () => Tagged(queue.LongestRunning.TotalSeconds), "s", "How long the worker that takes longest has had its key.");
    }

    /// <summary>Whether somebody wants to know how long keys wait.</summary>
    public bool TimesWaiting => _queued.Enabled;

    /// <summary>Whether somebody wants to know how long work takes.</summary>
    public bool TimesWork => _worked.Enabled;

    /// <param name="ticks">Of 100 ns; <c>null</c>: nobody measured.</param>
    public void Queued(long? ticks) => Record(_queued, ticks);

    /// <param name="ticks">Of 100 ns; <c>null</c>: nobody measured.</param>
    public void Worked(long? ticks) => Record(_worked, ticks);

    public void Dispose() => _meter.Dispose();

    private void Record(Histogram<double> histogram, long? ticks)
    {
        if (ticks is { } measured)
        {
            histogram.Record(TimeSpan.FromTicks(measured).TotalSeconds, _name);
        }
    }

    private Histogram<double> Histogram(string name, string help) => _meter.CreateHistogram(name, "s", help, tags: null, Durations);

    private Measurement<T> Tagged<T>(T value)
        where T : struct => new(value, _name);
}
