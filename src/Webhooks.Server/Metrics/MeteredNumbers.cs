namespace Webhooks.Server.Metrics;

/// <summary>Counters and gauges of one name that instruments measure.</summary>
/// <param name="name">The name of the family.</param>
/// <param name="help">What the numbers say.</param>
/// <param name="kind">What a measurement means.</param>
internal sealed class MeteredNumbers(string name, string help, InstrumentKind kind) : IMeteredFamily
{
    private readonly TaggedSeries<MeteredNumber> _series = new(labels => new MeteredNumber(labels));

    /// <inheritdoc />
    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        MeteredNumber number = _series.Of(tags);
        if (kind.IsDelta)
        {
            number.Add(value);
        }
        else
        {
            number.Set(value);
        }
    }

    /// <inheritdoc />
    public void BeginObservation()
    {
        if (kind.IsObserved)
        {
            foreach (MeteredNumber number in _series.All)
            {
                number.Forget();
            }
        }
    }

    /// <inheritdoc />
    public MetricFamily? Read()
    {
        Sample[] samples = [.. _series.All.Where(number => number.IsKnown).Select(number => new Sample(number.Value, number.Labels))];
        return samples.Length == 0 ? null : new PulledFamily(name, help, kind.Kind, _series.Names, () => samples);
    }
}
