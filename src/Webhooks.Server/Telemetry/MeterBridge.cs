using System.Diagnostics;
using System.Diagnostics.Metrics;
using Webhooks.Server.Metrics;

namespace Webhooks.Server.Telemetry;

/// <summary>
/// The registry's numbers as instruments of <c>System.Diagnostics.Metrics</c>: the same series, read when they are
/// collected. Histograms are told of each duration, while somebody listens.
/// </summary>
internal sealed class MeterBridge : IDisposable
{
    /// <summary>What listeners ask for.</summary>
    public const string MeterName = "Webhooks";

    private readonly Meter _meter = new(MeterName);
    private readonly List<HistogramFamily> _histograms = [];

    /// <summary>Bridges what is registered now.</summary>
    public MeterBridge(MetricRegistry registry)
    {
        foreach (MetricFamily family in registry.Families)
        {
            Add(family);
        }
    }

    /// <summary>Ends it; the registry goes on alone.</summary>
    public void Dispose()
    {
        foreach (HistogramFamily family in _histograms)
        {
            family.Observed = null;
        }

        _meter.Dispose();
    }

    private void Add(MetricFamily family)
    {
        string name = MetricName.Base(family.Name);
        switch (family)
        {
            case HistogramFamily histogram:
                Mirror(histogram, _meter.CreateHistogram(
                    name, Unit(family), family.Help, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBuckets.Bounds }));
                break;
            case SampledFamily { Kind: MetricKind.Counter } counter:
                _meter.CreateObservableCounter(name, () => Measure(counter), Unit(family), family.Help);
                break;
            case SampledFamily gauge:
                _meter.CreateObservableGauge(name, () => Measure(gauge), Unit(family), family.Help);
                break;
        }
    }

    private void Mirror(HistogramFamily family, Histogram<double> instrument)
    {
        family.Observed = (values, seconds) =>
        {
            if (instrument.Enabled)
            {
                instrument.Record(seconds, Tags(family.Labels, values));
            }
        };
        _histograms.Add(family);
    }

    private static IEnumerable<Measurement<double>> Measure(SampledFamily family) =>
        family.Read().Select(sample => new Measurement<double>(sample.Value, Tags(family.Labels, sample.Labels)));

    private static TagList Tags(IReadOnlyList<string> names, IReadOnlyList<string> values)
    {
        TagList tags = default;
        for (int index = 0; index < names.Count; index++)
        {
            tags.Add(names[index], values[index]);
        }

        return tags;
    }

    // As UCUM spells it.
    private static string? Unit(MetricFamily family) => MetricName.Unit(family.Name) switch
    {
        "seconds" => "s",
        "bytes" => "By",
        _ => null,
    };
}
