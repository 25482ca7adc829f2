namespace Webhooks.Server.Metrics;

/// <summary>Counters by their labels. Thread safe.</summary>
internal sealed class CounterFamily<TLabels>(string name, string help) : SampledFamily(name, help, MetricKind.Counter, TLabels.Names)
    where TLabels : struct, ILabels<TLabels>, IEquatable<TLabels>
{
    private readonly LabelledSeries<TLabels, Counter> _series = new(labels => new Counter(labels));

    /// <summary>The counter of these labels. Neither a lock nor an allocation once it is there.</summary>
    public Counter Of(TLabels labels) => _series.Of(labels);

    public override IEnumerable<Sample> Read() => _series.All.Select(series => new Sample(series.Count, series.Labels));
}
