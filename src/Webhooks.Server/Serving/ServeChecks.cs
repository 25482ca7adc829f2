using System.Globalization;
using Webhooks.Server.Certificates;
using Webhooks.Server.Clusters;
using Webhooks.Server.Health;
using Webhooks.Server.Templates;

namespace Webhooks.Server.Serving;

/// <summary>What the probes of <c>serve</c> look at.</summary>
internal sealed class ServeChecks
{
    /// <summary>The checks of one server; without a cluster there are no <paramref name="namespaces"/>.</summary>
    public ServeChecks(ServeState state, ServingTls tls, ITemplateSource templates, ClusterNamespaces? namespaces, TimeProvider time)
    {
        HealthCheck ping = new("ping", () => HealthState.Well);
        Live = [ping];
        Ready =
        [
            ping,
            new HealthCheck("tls", () => HealthState.When(
                tls.NotAfter > time.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"the certificate expired at {tls.NotAfter.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"))),
            new HealthCheck("templates", () => templates.State),
            .. namespaces == null ? Array.Empty<HealthCheck>() : [new HealthCheck("namespaces", () => namespaces.State)],
            new HealthCheck("listener", () => HealthState.When(state.IsListening, "the port is not open yet")),
            new HealthCheck("warm-up", () => HealthState.When(state.IsWarm, "not finished yet")),
            new HealthCheck("shutdown", () => HealthState.When(!state.IsStopping, "the process is shutting down")),
        ];
    }

    /// <summary>Those of <c>/livez</c>: failing, the process should be started anew.</summary>
    public IReadOnlyList<HealthCheck> Live { get; }

    /// <summary>Those of <c>/readyz</c>: failing, requests should go elsewhere.</summary>
    public IReadOnlyList<HealthCheck> Ready { get; }
}
