using System.Diagnostics.Metrics;

namespace Webhooks.Client.Caching;

/// <summary>What a running informer tells of itself. All of it is counted anyway, and read when somebody asks.</summary>
internal sealed class InformerMetrics : IDisposable
{
    /// <summary>What listeners subscribe to.</summary>
    public const string MeterName = "Webhooks.Client.Caching";

    private readonly Meter _meter = new(MeterName);

    public InformerMetrics(Func<InformerReading> read)
    {
        _meter.CreateObservableGauge("informer_objects", () => Of(read(), reading => reading.Objects), description: "Objects in the cache.");
        _meter.CreateObservableCounter(
            "informer_set_backs_total", () => Of(read(), reading => reading.SetBacks), description: "Lists that were older than what was known.");
        _meter.CreateObservableCounter(
            "informer_index_failures_total", () => Of(read(), reading => reading.IndexFailures), description: "Objects whose index values could not be told.");
        _meter.CreateObservableGauge(
            "informer_queued_items", () => OfEach(read(), handler => handler.Backlog), description: "Calls that handlers have yet to get or to return from.");
        _meter.CreateObservableCounter(
            "informer_handler_failures_total", () => OfEach(read(), handler => handler.Failures), description: "Calls of handlers that threw.");
    }

    public void Dispose() => _meter.Dispose();

    private static Measurement<long> Of(InformerReading reading, Func<InformerReading, long> value) =>
        new(value(reading), new KeyValuePair<string, object?>("name", reading.Name));

    private static IEnumerable<Measurement<long>> OfEach(InformerReading reading, Func<RegistrationReading, long> value) =>
        reading.Registrations.Select(handler => new Measurement<long>(
            value(handler), new KeyValuePair<string, object?>("name", reading.Name), new KeyValuePair<string, object?>("handler", handler.Name)));
}
