namespace Webhooks.Server.Metrics;

/// <summary>Histograms, whatever their labels are.</summary>
/// <param name="name">As that of each family.</param>
/// <param name="help">What is observed.</param>
/// <param name="labels">The names of the labels.</param>
/// <param name="bounds">Ascending; what is observed belongs to the first that is not less.</param>
internal abstract class HistogramFamily(string name, string help, IReadOnlyList<string> labels, IReadOnlyList<double> bounds)
    : MetricFamily(name, help, MetricKind.Histogram, labels)
{
    private Action<IReadOnlyList<string>, double>? _observed;

    /// <summary>The upper bounds of the buckets, ascending; beyond the last there is one more bucket.</summary>
    public IReadOnlyList<double> Bounds => bounds;

    /// <summary>Told of each duration: the values of its labels, and seconds. Null while nobody listens.</summary>
    public Action<IReadOnlyList<string>, double>? Observed
    {
        get => Volatile.Read(ref _observed);
        set => Volatile.Write(ref _observed, value);
    }

    /// <summary>The numbers of this moment, each series once.</summary>
    public abstract IEnumerable<HistogramReading> Read();
}

/// <summary>Histograms of durations by their labels. Thread safe.</summary>
internal sealed class HistogramFamily<TLabels> : HistogramFamily
    where TLabels : struct, ILabels<TLabels>, IEquatable<TLabels>
{
    private readonly LabelledSeries<TLabels, Histogram> _series;

    public HistogramFamily(string name, string help)
        : base(name, help, TLabels.Names, DurationBuckets.Bounds) => _series = new(labels => new Histogram(this, labels));

    /// <summary>The histogram of these labels. Neither a lock nor an allocation once it is there.</summary>
    public Histogram Of(TLabels labels) => _series.Of(labels);

    public override IEnumerable<HistogramReading> Read() => _series.All.Select(series => series.Read());
}
