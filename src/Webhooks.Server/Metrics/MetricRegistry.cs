namespace Webhooks.Server.Metrics;

/// <summary>All metrics of the process, in the order in which they were registered. Thread safe.</summary>
internal sealed class MetricRegistry
{
    private readonly Lock _adding = new();
    private MetricFamily[] _families = [];

    /// <summary>What was registered so far; does not change afterwards.</summary>
    public IReadOnlyList<MetricFamily> Families => Volatile.Read(ref _families);

    /// <summary>Counters that code increments.</summary>
    public CounterFamily<TLabels> Counter<TLabels>(string name, string help)
        where TLabels : struct, ILabels<TLabels>, IEquatable<TLabels> => Add(new CounterFamily<TLabels>(name, help));

    /// <summary>Histograms of durations that code observes.</summary>
    public HistogramFamily<TLabels> Histogram<TLabels>(string name, string help)
        where TLabels : struct, ILabels<TLabels>, IEquatable<TLabels> => Add(new HistogramFamily<TLabels>(name, help));

    /// <summary>A number that somebody else keeps and that never falls; null: there is none now.</summary>
    /// <remarks>What is pulled is called for each scrape and each export, on any thread; it must be quick and not throw.</remarks>
    public void Counter(string name, string help, Func<double?> read) => Pulled(name, help, MetricKind.Counter, [], Single(read));

    /// <summary>Numbers that somebody else keeps and that never fall, by labels.</summary>
    public void Counter(string name, string help, IReadOnlyList<string> labels, Func<IEnumerable<Sample>> read) =>
        Pulled(name, help, MetricKind.Counter, labels, read);

    /// <summary>A number that somebody else keeps; null: there is none now.</summary>
    public void Gauge(string name, string help, Func<double?> read) => Pulled(name, help, MetricKind.Gauge, [], Single(read));

    /// <summary>Numbers that somebody else keeps, by labels.</summary>
    public void Gauge(string name, string help, IReadOnlyList<string> labels, Func<IEnumerable<Sample>> read) =>
        Pulled(name, help, MetricKind.Gauge, labels, read);

    private static Func<IEnumerable<Sample>> Single(Func<double?> read) => () => read() is { } value ? [new Sample(value)] : [];

    private void Pulled(string name, string help, MetricKind kind, IReadOnlyList<string> labels, Func<IEnumerable<Sample>> read) =>
        Add(new PulledFamily(name, help, kind, labels, read));

    private TFamily Add<TFamily>(TFamily family)
        where TFamily : MetricFamily
    {
        MetricName.Check(family.Name, family.Kind, family.Labels);
        lock (_adding)
        {
            if (_families.Any(other => other.Name == family.Name))
            {
                throw new ArgumentException($"{family.Name} is registered already");
            }

            Volatile.Write(ref _families, [.. _families, family]);
        }

        return family;
    }
}
