using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Server.Certificates;
using Webhooks.Server.Clusters;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Debugging;
using Webhooks.Server.Lifetimes;
using Webhooks.Server.Logging;
using Webhooks.Server.Metrics;
using Webhooks.Server.Telemetry;
using Webhooks.Server.Templates;
using Webhooks.Server.Warming;

namespace Webhooks.Server.Serving;

/// <summary>One run of <c>webhooks serve</c>, from its settings to its end: the composition root.</summary>
/// <param name="settings">What to do.</param>
/// <param name="logging">Where it logs.</param>
/// <param name="time">The clock.</param>
internal sealed class ServeRun(ServeSettings settings, ILoggerFactory logging, TimeProvider time)
{
    private readonly ILogger _log = logging.CreateLogger("serve");
    private readonly TaskCompletionSource<ServePorts> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ServePorts> _probed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _reported;

    /// <summary>The ports, as soon as probes are answered.</summary>
    public Task<ServePorts> Probed => _probed.Task;

    /// <summary>The ports, as soon as it is ready; never when it does not get there, of which <see cref="RunAsync"/> tells.</summary>
    public Task<ServePorts> Ready => _ready.Task;

    /// <summary>Serves until a signal comes.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ServeSettings settings)
    {
        using StopSignals signals = new();
        using ILoggerFactory logging = StandardErrorLog.Create(settings.LogFormat, settings.LogLevel, TimeProvider.System);
        ServeRun run = new(settings, logging, TimeProvider.System);
        try
        {
            run.RunAsync(signals.Stop).GetAwaiter().GetResult();
            return ExitCode.Fine;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            // Stopped before it was ready.
            return ExitCode.Fine;
        }
        catch (Exception failure) when (failure is not CommandException)
        {
            run.Report(failure);
            return ExitCode.Finding;
        }
    }

    /// <summary>Serves until the token is cancelled, or a part fails.</summary>
    /// <exception cref="CommandException">It can't begin: a file can't be read, a port is in use.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using BoundPort port = BoundPort.Take(settings.BindAddress, settings.Port, "--port");
        using BoundPort healthPort = BoundPort.Take(settings.BindAddress, settings.HealthPort, "--health-port");
        TemplatesInForce inForce = new();
        HeldLog held = new();
        ServingTls tls = ServingTls.Load(settings.Tls, time, held.Hold(logging.CreateLogger("certificates")));
        KeptTemplates kept = new(settings.Templates ?? $"{settings.Cluster!.Server}", inForce, time, held.Hold(logging.CreateLogger("templates")));
        using ServeCluster? cluster = settings.Cluster is { } options
            ? ServeCluster.Open(options, settings.Injection, kept, time, held.Hold(logging.CreateLogger("cluster")))
            : null;
        ITemplateSource templates = cluster?.Templates ?? FolderTemplates.Load(settings.Templates!, settings.Injection.Annotations.Prefix, kept, time);
        held.Release();
        MetricRegistry metrics = new();
        AdmissionRecord record = new(metrics, logging.CreateLogger("admission"), time);
        using MeteredFamilies client = new(MeteredFamilies.ClientMeters, logging.CreateLogger("metrics"));
        ServeMetrics.Register(metrics, tls, kept, time);
        await using IAsyncDisposable? telemetry = TelemetryExport.Start(OtelVariables.OfProcess(), metrics, ServeMetrics.Version, logging);
        ServeState state = new();
        ServeChecks checks = new(state, tls, templates, cluster?.Namespaces, time);
        Workgroup group = new(Report);
        IReadOnlyList<DebugPage> debug = settings.HasDebugEndpoints ? DebugPages.Of(() => group.Parts, client.Read, () => cluster?.Read() ?? []) : [];

        await using WebApplication health = HealthServer.Create(healthPort, checks.Live, checks.Ready, MetricsEndpoint.Of(() => [.. metrics.Families, .. client.Read()]), debug, logging);
        await health.StartAsync(stop).ConfigureAwait(false);
        ServePorts ports = new(port.Number, healthPort.Number);
        _probed.TrySetResult(ports);

        InjectionOptions injection = cluster == null ? settings.Injection : await cluster.CompleteAsync(settings.Injection, stop).ConfigureAwait(false);
        IReadOnlyList<Webhook> webhooks = WebhookCatalog.Of(injection, inForce, settings.Users, cluster?.Namespaces);
        Parting parting = new();
        await using WebApplication admission = AdmissionServer.Create(
            port,
            tls.ForConnection,
            new ClientGate(tls.Clients),
            parting,
            webhooks,
            settings.Limits,
            record,
            logging);

        await admission.StartAsync(stop).ConfigureAwait(false);
        state.IsListening = true;
        if (tls.AuthorityFile is { } authority)
        {
            ServeLog.SelfSigned(_log, authority);
        }

        string paths = string.Join(", ", webhooks.Select(webhook => webhook.Path));
        ServeLog.Listening(_log, port.Number, paths, healthPort.Number);
        await WarmUp.RunAsync(settings.LogFormat, stop).ConfigureAwait(false);
        state.IsWarm = true;
        group.Add("tls", tls.WatchAsync);
        group.Add("templates", templates.RunAsync);
        group.Add("drain", new Drain(admission, port, state, parting, settings.DrainDelay, settings.ShutdownTimeout, time).RunAsync);
        cluster?.AddTo(group);
        Task running = group.RunAsync(stop);
        Task known = Task.WhenAll(templates.WhenSynced, cluster?.Namespaces.WhenSettled ?? Task.CompletedTask);
        if (await Task.WhenAny(known, running).ConfigureAwait(false) != running)
        {
            ServeLog.Ready(_log);
            _ready.TrySetResult(ports);
        }

        await running.ConfigureAwait(false);

        // At once: a probe that dawdles must not hold up the end.
        await health.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        ServeLog.Stopped(_log);
    }

    /// <summary>Logs a failure when it comes to light, and not again at the end.</summary>
    private void Report(Exception failure)
    {
        if (Interlocked.Exchange(ref _reported, failure) != failure)
        {
            ServeLog.PartFailed(_log, failure);
        }
    }
}
