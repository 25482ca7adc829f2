using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Webhooks.Server.Metrics;

namespace Webhooks.Server.Telemetry;

/// <summary>OpenTelemetry's SDK, sending by OTLP. It reads its variables from what it is given, not from the process.</summary>
internal sealed class OtlpProviders : IAsyncDisposable
{
    /// <summary>How long disposing waits for a collector.</summary>
    public static readonly TimeSpan FlushTime = TimeSpan.FromSeconds(3);

    private const string ServiceName = "webhooks";

    private readonly ILogger _logger;
    private readonly TelemetryTrouble _trouble;
    private readonly MeterBridge? _bridge;
    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    public OtlpProviders(OtelVariables variables, MetricRegistry metrics, string version, ILogger logger)
    {
        _logger = logger;
        _trouble = new TelemetryTrouble(logger, TimeProvider.System);
        _traces = Build("traces", variables.Traces, signal => Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(Settings(signal)))
            .ConfigureResource(resource => Describe(resource, version))
            .AddSource(AdmissionTracing.SourceName)
            .AddOtlpExporter(options => Direct(options, signal))
            .Build());
        _metrics = Build("metrics", variables.Metrics, signal => Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(Settings(signal)))
            .ConfigureResource(resource => Describe(resource, version))
            .AddMeter(MeterBridge.MeterName, MeteredFamilies.ClientMeters + "*")
            .AddOtlpExporter(options => Direct(options, signal))
            .Build());
        _bridge = _metrics == null ? null : new MeterBridge(metrics);
        TelemetryLog.Started(logger, _traces != null, _metrics != null);
    }

    /// <summary>Sends what is left. A collector that is not there or does not answer costs <see cref="FlushTime"/>, and no exception.</summary>
    public async ValueTask DisposeAsync()
    {
        // Each blocks until it is done or its time is over.
        int most = (int)FlushTime.TotalMilliseconds;
        Task<bool> traces = Task.Run(() => _traces?.Shutdown(most) ?? true);
        Task<bool> metrics = Task.Run(() => _metrics?.Shutdown(most) ?? true);
        bool[] sent = await Task.WhenAll(traces, metrics).ConfigureAwait(false);
        if (!sent.All(isSent => isSent))
        {
            TelemetryLog.Unsent(_logger);
        }

        _bridge?.Dispose();
        _traces?.Dispose();
        _metrics?.Dispose();
        _trouble.Dispose();
    }

    /// <summary>What sends a signal; null where nobody asks for it, or the SDK can't use what a variable says: some of those it refuses by an exception.</summary>
    private T? Build<T>(string name, OtelSignal signal, Func<OtelSignal, T> build)
        where T : class
    {
        if (!signal.IsExported)
        {
            return null;
        }

        try
        {
            return build(signal);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or NotSupportedException)
        {
            TelemetryLog.Unusable(_logger, name, failure.Message);
            return null;
        }
    }

    private static IConfiguration Settings(OtelSignal signal) => new ConfigurationBuilder().AddInMemoryCollection(signal.Settings).Build();

    private static void Direct(OtlpExporterOptions options, OtelSignal signal)
    {
        if (signal.Endpoint is { } endpoint)
        {
            options.Endpoint = endpoint;
        }
    }

    // What the variables say stands last, and counts.
    private static void Describe(ResourceBuilder resource, string version) =>
        resource.AddService(ServiceName, serviceVersion: version).AddEnvironmentVariableDetector();
}
