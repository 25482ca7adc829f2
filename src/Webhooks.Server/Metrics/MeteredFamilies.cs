using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Metrics;

/// <summary>
/// What meters of <c>System.Diagnostics.Metrics</c> measure, as families that can be scraped: instruments of one name are
/// one family, whoever made them. What is observed is asked for at each scrape. Thread safe.
/// </summary>
internal sealed partial class MeteredFamilies : IDisposable
{
    /// <summary>How the meters of the Kubernetes client begin.</summary>
    public const string ClientMeters = "Webhooks.Client.";

    /// <summary>The most families: what is beyond is not shown.</summary>
    private const int Most = 200;

    private readonly ConcurrentDictionary<string, IMeteredFamily> _families = new(StringComparer.Ordinal);
    private readonly Lock _scraping = new();
    private readonly MeterListener _listener = new();
    private readonly ILogger _logger;

    /// <summary>Listens from now on.</summary>
    /// <param name="prefix">How the names of the meters begin.</param>
    /// <param name="logger">Told of instruments that fail.</param>
    public MeteredFamilies(string prefix, ILogger logger)
    {
        _logger = logger;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith(prefix, StringComparison.Ordinal) && FamilyOf(instrument) is { } family)
            {
                listener.EnableMeasurementEvents(instrument, family);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => ((IMeteredFamily)family!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => ((IMeteredFamily)family!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => ((IMeteredFamily)family!).Measure(value, tags));
        _listener.Start();
    }

    /// <summary>The families that have been measured, with the numbers of this moment, sorted by name.</summary>
    public IReadOnlyList<MetricFamily> Read()
    {
        // Two scrapes at once would count twice what they observe.
        lock (_scraping)
        {
            foreach (IMeteredFamily family in _families.Values)
            {
                family.BeginObservation();
            }

            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException failure)
            {
                // The others have been asked all the same.
                InstrumentFailed(_logger, failure);
            }

            return [.. _families.Values.Select(family => family.Read()).OfType<MetricFamily>().OrderBy(family => family.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => _listener.Dispose();

    private IMeteredFamily? FamilyOf(Instrument instrument)
    {
        if (InstrumentKind.Of(instrument) is not { } kind || MetricName.Of(instrument.Name, kind.Kind) is not { } name)
        {
            return null;
        }

        return _families.TryGetValue(name, out IMeteredFamily? family) ? family
            : _families.Count >= Most ? null
            : _families.GetOrAdd(name, kind.Kind == MetricKind.Histogram
                ? new MeteredHistograms(name, instrument.Description ?? "", InstrumentKind.BoundsOf(instrument))
                : new MeteredNumbers(name, instrument.Description ?? "", kind));
    }

    [LoggerMessage(LogLevel.Warning, "A metric can't be read")]
    private static partial void InstrumentFailed(ILogger logger, Exception failure);
}
