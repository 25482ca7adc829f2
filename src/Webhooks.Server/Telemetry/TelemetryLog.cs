using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Telemetry;

/// <summary>What is told of sending telemetry. None of it disturbs serving.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "telemetry is sent: traces {Traces}, metrics {Metrics}")]
    public static partial void Started(ILogger logger, bool traces, bool metrics);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "{Problem}; it is ignored")]
    public static partial void Ignored(ILogger logger, string problem);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "telemetry: {Trouble}")]
    public static partial void Trouble(ILogger logger, string trouble);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "telemetry: not all of it could be sent before the end")]
    public static partial void Unsent(ILogger logger);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "telemetry: an OTEL_ variable can't be used, so no {Signal} are sent: {Problem}")]
    public static partial void Unusable(ILogger logger, string signal, string problem);
}
