using System.Diagnostics.Metrics;

namespace Webhooks.Client.Reconciling;

/// <summary>What a controller tells of itself, under the names that controller-runtime gives. Its counts go on over its terms.</summary>
internal sealed class ControllerMetrics : IDisposable
{
    /// <summary>What listeners subscribe to.</summary>
    public const string MeterName = "Webhooks.Client.Reconciling";

    // In seconds; controller-runtime's.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries =
        [
            0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
            1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40, 50, 60,
        ],
    };

    private readonly Meter _meter = new(MeterName);
    private readonly long[] _counts = new long[Enum.GetValues<ReconcileOutcome>().Length];
    private readonly KeyValuePair<string, object?> _controller;
    private readonly Histogram<double> _durations;

    public ControllerMetrics(string controller, int workers, Func<int> active)
    {
        _controller = new KeyValuePair<string, object?>("controller", controller);
        _durations = _meter.CreateHistogram("controller_runtime_reconcile_time_seconds", "s", "How long reconciles took.", tags: null, Durations);
        _meter.CreateObservableCounter("controller_runtime_reconcile_total", Results, description: "How reconciles ended.");
        _meter.CreateObservableCounter("controller_runtime_reconcile_errors_total", () => Tagged(Errors), description: "Reconciles that failed.");
        _meter.CreateObservableCounter(
            "controller_runtime_terminal_reconcile_errors_total", () => Tagged(Count(ReconcileOutcome.TerminalError)), description: "Reconciles that failed and are not tried again.");
        _meter.CreateObservableGauge("controller_runtime_active_workers", () => Tagged(active()), description: "Workers that have a key.");
        _meter.CreateObservableGauge("controller_runtime_max_concurrent_reconciles", () => Tagged(workers), description: "How many workers there are.");
    }

    private long Errors => Count(ReconcileOutcome.Error) + Count(ReconcileOutcome.TerminalError);

    public void Reconciled(ReconcileOutcome outcome, TimeSpan duration)
    {
        Interlocked.Increment(ref _counts[(int)outcome]);
        _durations.Record(duration.TotalSeconds, _controller);
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Results() =>
    [
        new(Count(ReconcileOutcome.Success), _controller, new("result", "success")),
        new(Count(ReconcileOutcome.RequeueAfter), _controller, new("result", "requeue_after")),
        new(Errors, _controller, new("result", "error")),
    ];

    private long Count(ReconcileOutcome outcome) => Interlocked.Read(ref _counts[(int)outcome]);

    private Measurement<T> Tagged<T>(T value)
        where T : struct => new(value, _controller);
}
