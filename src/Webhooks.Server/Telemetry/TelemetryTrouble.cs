using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Telemetry;

/// <summary>Logs what OpenTelemetry says only of itself, such as that the collector can't be reached; the same once in ten minutes.</summary>
internal sealed class TelemetryTrouble(ILogger logger, TimeProvider time) : EventListener
{
    /// <summary>How long the same trouble is not repeated.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private const string Sources = "OpenTelemetry-";

    // That the SDK leaves out what nobody asked it for: the instruments of the runtime and of the web server.
    private const string Harmless = "MetricInstrumentIgnored";

    private readonly ConcurrentDictionary<(string Source, int Event), DateTimeOffset> _told = [];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith(Sources, StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == Harmless)
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset told = _told.GetOrAdd((eventData.EventSource.Name, eventData.EventId), DateTimeOffset.MinValue);
        if (now - told >= Quiet && _told.TryUpdate((eventData.EventSource.Name, eventData.EventId), now, told))
        {
            TelemetryLog.Trouble(logger, Text(eventData));
        }
    }

    // Of an exception in it, what it says and not where from.
    private static string Text(EventWrittenEventArgs eventData)
    {
        string text = eventData.Message is { } message
            ? string.Format(CultureInfo.InvariantCulture, message, [.. eventData.Payload ?? (IEnumerable<object?>)[]])
            : eventData.EventName ?? "";
        return text.Split('\n')[0].TrimEnd();
    }
}
