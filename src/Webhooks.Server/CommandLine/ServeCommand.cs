using System.CommandLine;
using System.Net;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Users;
using Webhooks.Server.Serving;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks serve</c>.</summary>
internal sealed class ServeCommand
{
    private static readonly IReadOnlyList<string> Notes =
    [
        "What it serves:",
        "  on --port, HTTPS           POST /mutate, /mutate/defaults, /validate/templates and /validate/users:",
        "                             AdmissionReview v1 and v1beta1",
        "  on --health-port, HTTP     GET /livez, /readyz (?verbose, ?exclude=CHECK, /readyz/CHECK) and /metrics",
        "  with --debug-endpoints     GET /debug, /debug/parts, /debug/gc, /debug/queues and /debug/informers, from this machine alone",
        "",
        "  Templates are those of a folder, or the ConfigMaps <template>-initializer in the own namespace of a cluster.",
        "  Certificates and templates are read again when they change; what is broken never replaces what works.",
        "  OpenTelemetry: set OTEL_EXPORTER_OTLP_ENDPOINT (and the other standard OTEL_ variables) for traces and metrics.",
        "",
        "Stopping: on SIGTERM /readyz answers 503 at once; after --drain-delay connections are closed as their requests end.",
        "A second SIGTERM ends it at once. Durations are written as 500ms, 60s or 15m.",
        "",
        "Exit codes: 0 stopped by a signal; 1 a part of it failed; 2 wrong usage, a used port or an unreadable file.",
        "",
    ];

    private readonly Option<int> _port = Ports.Create("--port", "Port of the webhooks", 8443);
    private readonly Option<int> _healthPort = Ports.Create("--health-port", "Port of probes and metrics", 8080);

    private readonly Option<string?> _bindAddress = new("--bind-address")
    {
        Description = "IP address to listen on. [default: all]",
        HelpName = "IP",
    };

    private readonly TlsFlags _tls = new();
    private readonly TemplateFlags _templates = new();
    private readonly InjectionFlags _injection = new(OwnNamespace.Find, $"that of the pod, else {InjectionOptions.Default.OwnNamespace}");

    private readonly Option<string> _namespacePrefix = NamespacePrefix.Create();

    private readonly Option<string> _maxBody = ByteSizes.Create(
        "--max-body", "The longest request that is read", "8Mi", least: 1024, most: 1024 * 1024 * 1024);

    private readonly Option<string> _drainDelay = Durations.Create(
        "--drain-delay", "How long to go on serving after the signal to stop, while balancers turn away", "5s");

    private readonly Option<string> _shutdownTimeout = Durations.Create(
        "--shutdown-timeout", "How long stopping may take from the signal on, --drain-delay included", "25s");

    private readonly Option<bool> _debug = new("--debug-endpoints")
    {
        Description = "Show callers on this machine the inside of the process: GET /debug on --health-port.",
    };

    private readonly LogFlags _logging = new();

    public static Command Create()
    {
        ServeCommand serve = new();
        Command command = new("serve", "Answer API servers: inject into what is created and updated, and check templates and Users.");
        serve.AddTo(command);
        ExamplesHelp.AddTo(
            command,
            Notes,
            [
                "# try it: a certificate of its own, and the sample templates",
                "webhooks serve --tls-self-signed certs --templates deploy/samples/templates",
                "# the templates of a cluster, from outside of it",
                "webhooks serve --tls-self-signed certs --kubeconfig ~/.kube/config --context staging",
                "# as a pod runs it: its cluster's templates, certificates from a Secret, only the API server as client",
                "webhooks serve --tls-cert /tls/tls.crt --tls-key /tls/tls.key --client-ca /tls/client-ca.crt",
            ]);
        command.SetAction(parsed => ServeRun.Run(serve.Read(parsed)));
        return command;
    }

    private void AddTo(Command command)
    {
        command.Options.Add(_port);
        command.Options.Add(_healthPort);
        command.Options.Add(_bindAddress);
        _tls.AddTo(command);
        _templates.AddTo(command);
        _injection.AddTo(command);
        command.Options.Add(_namespacePrefix);
        command.Options.Add(_maxBody);
        command.Options.Add(_drainDelay);
        command.Options.Add(_shutdownTimeout);
        command.Options.Add(_debug);
        _logging.AddTo(command);
        _bindAddress.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !IPAddress.TryParse(text, out _))
            {
                result.AddError($"--bind-address: '{text}' is no IP address");
            }
        });
    }

    private ServeSettings Read(ParseResult parsed)
    {
        InjectionOptions injection = _injection.Read(parsed);
        ServeSettings settings = new()
        {
            BindAddress = parsed.GetValue(_bindAddress) is { } address ? IPAddress.Parse(address) : null,
            Port = parsed.GetRequiredValue(_port),
            HealthPort = parsed.GetRequiredValue(_healthPort),
            Tls = _tls.Read(parsed),
            Templates = _templates.Folder(parsed),
            Cluster = _templates.Cluster(parsed),
            Injection = injection,
            Users = new UserOptions { NamespacePrefix = parsed.GetRequiredValue(_namespacePrefix), OwnNamespace = injection.OwnNamespace },
            Limits = new RequestLimits(ByteSizes.Read(parsed, _maxBody)),
            DrainDelay = Durations.Read(parsed, _drainDelay),
            ShutdownTimeout = Durations.Read(parsed, _shutdownTimeout),
            HasDebugEndpoints = parsed.GetValue(_debug),
            LogFormat = _logging.Format(parsed),
            LogLevel = _logging.Level(parsed),
        };
        return settings.ShutdownTimeout <= settings.DrainDelay ? throw new CommandException("--shutdown-timeout: must be longer than --drain-delay")
            : settings.Port != 0 && settings.Port == settings.HealthPort ? throw new CommandException("--port and --health-port must differ")
            : settings;
    }
}
