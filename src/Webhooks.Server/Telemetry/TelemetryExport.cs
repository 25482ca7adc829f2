using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Webhooks.Server.Metrics;

namespace Webhooks.Server.Telemetry;

/// <summary>Sends spans and numbers to a collector, where the environment asks for it.</summary>
internal static class TelemetryExport
{
    /// <summary>Begins to send; null, with nothing of OpenTelemetry loaded, where nobody asks.</summary>
    /// <param name="variables">What is asked for.</param>
    /// <param name="metrics">The numbers: those that are registered now.</param>
    /// <param name="version">The version that runs.</param>
    /// <param name="loggers">Told what is wrong with the variables or the collector.</param>
    /// <returns>Disposing it sends what is left, within <see cref="OtlpProviders.FlushTime"/>.</returns>
    public static IAsyncDisposable? Start(OtelVariables variables, MetricRegistry metrics, string version, ILoggerFactory loggers)
    {
        ILogger logger = loggers.CreateLogger(typeof(TelemetryExport).FullName!);
        foreach (string problem in variables.Problems)
        {
            TelemetryLog.Ignored(logger, problem);
        }

        return variables.Traces.IsExported || variables.Metrics.IsExported ? StartProviders(variables, metrics, version, logger) : null;
    }

    // Apart, so that compiling the method above loads nothing.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static OtlpProviders StartProviders(OtelVariables variables, MetricRegistry metrics, string version, ILogger logger) =>
        new(variables, metrics, version, logger);
}
