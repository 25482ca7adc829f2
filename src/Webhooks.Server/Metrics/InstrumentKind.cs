using System.Diagnostics.Metrics;

namespace Webhooks.Server.Metrics;

/// <summary>What the measurements of an instrument mean.</summary>
/// <param name="Kind">What its numbers are.</param>
/// <param name="IsDelta">Whether a measurement says by how much, not how much.</param>
/// <param name="IsObserved">Whether it is measured when somebody asks.</param>
internal readonly record struct InstrumentKind(MetricKind Kind, bool IsDelta, bool IsObserved)
{
    // Prometheus' own, for seconds.
    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>The kind of an instrument; <c>null</c> for one whose numbers are of another type than int, long and double.</summary>
    public static InstrumentKind? Of(Instrument instrument) => instrument switch
    {
        Counter<long> or Counter<int> or Counter<double> => new(MetricKind.Counter, IsDelta: true, IsObserved: false),
        UpDownCounter<long> or UpDownCounter<int> or UpDownCounter<double> => new(MetricKind.Gauge, IsDelta: true, IsObserved: false),
        Gauge<long> or Gauge<int> or Gauge<double> => new(MetricKind.Gauge, IsDelta: false, IsObserved: false),
        Histogram<long> or Histogram<int> or Histogram<double> => new(MetricKind.Histogram, IsDelta: true, IsObserved: false),
        ObservableCounter<long> or ObservableCounter<int> or ObservableCounter<double> => new(MetricKind.Counter, IsDelta: true, IsObserved: true),
        ObservableGauge<long> or ObservableGauge<int> or ObservableGauge<double> or
        ObservableUpDownCounter<long> or ObservableUpDownCounter<int> or ObservableUpDownCounter<double> => new(MetricKind.Gauge, IsDelta: true, IsObserved: true),
        _ => null,
    };

    /// <summary>The bounds that a histogram advises, ascending; usual ones where it advises none.</summary>
    public static IReadOnlyList<double> BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => bounds,
        Histogram<long> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => UsualBounds,
    };
}
