namespace Webhooks.Server.Metrics;

/// <summary>Histograms of one name that instruments measure.</summary>
/// <param name="name">The name of the family.</param>
/// <param name="help">What is measured.</param>
/// <param name="bounds">Of the buckets, ascending.</param>
internal sealed class MeteredHistograms(string name, string help, IReadOnlyList<double> bounds) : IMeteredFamily
{
    private readonly TaggedSeries<MeteredHistogram> _series = new(labels => new MeteredHistogram(labels, bounds));

    /// <inheritdoc />
    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _series.Of(tags).Observe(value);

    /// <inheritdoc />
    public void BeginObservation()
    {
    }

    /// <inheritdoc />
    public MetricFamily? Read()
    {
        HistogramReading[] readings = [.. _series.All.Select(series => series.Read())];
        return readings.Length == 0 ? null : new Family(name, help, _series.Names, bounds, readings);
    }

    private sealed class Family(string name, string help, IReadOnlyList<string> labels, IReadOnlyList<double> bounds, HistogramReading[] readings)
        : HistogramFamily(name, help, labels, bounds)
    {
        public override IEnumerable<HistogramReading> Read() => readings;
    }
}
