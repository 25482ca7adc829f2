using System.Net;
using Microsoft.Extensions.Logging;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Users;
using Webhooks.Client.Configuration;
using Webhooks.Server.Certificates;
using Webhooks.Server.Logging;

namespace Webhooks.Server.Serving;

/// <summary>What <c>serve</c> is asked to do.</summary>
internal sealed record ServeSettings
{
    /// <summary>The address to listen on; <c>null</c>: all of this machine's.</summary>
    public IPAddress? BindAddress { get; init; }

    /// <summary>The port of the webhooks; 0: any that is free.</summary>
    public int Port { get; init; } = 8443;

    /// <summary>The port of probes and metrics; 0: any that is free.</summary>
    public int HealthPort { get; init; } = 8080;

    /// <summary>Certificates, ours and those of clients.</summary>
    public required TlsSettings Tls { get; init; }

    /// <summary>The folder of templates; <c>null</c>: they are those of <see cref="Cluster"/>.</summary>
    public string? Templates { get; init; }

    /// <summary>The cluster of templates; <c>null</c>: they are in a folder.</summary>
    public ClientOptions? Cluster { get; init; }

    /// <summary>The settings of injection.</summary>
    public InjectionOptions Injection { get; init; } = InjectionOptions.Default;

    /// <summary>The settings of Users.</summary>
    public UserOptions Users { get; init; } = UserOptions.Default;

    /// <summary>Bounds on requests.</summary>
    public RequestLimits Limits { get; init; } = new(RequestLimits.DefaultMaxBody);

    /// <summary>How long to go on serving after the signal to stop, so that balancers see that we are not ready.</summary>
    public TimeSpan DrainDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long stopping may take from the signal on, the drain delay included.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Whether callers on this machine are shown the inside of the process.</summary>
    public bool HasDebugEndpoints { get; init; }

    /// <summary>How log lines look.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>The least level that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}
