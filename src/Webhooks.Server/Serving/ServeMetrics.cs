using System.Reflection;
using Webhooks.Server.Certificates;
using Webhooks.Server.Metrics;
using Webhooks.Server.Templates;

namespace Webhooks.Server.Serving;

/// <summary>The numbers that the parts of <c>serve</c> keep.</summary>
internal static class ServeMetrics
{
    /// <summary>The version of this executable.</summary>
    public static string Version { get; } =
        typeof(ServeMetrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Registers them, and those of the process.</summary>
    public static void Register(MetricRegistry registry, ServingTls tls, KeptTemplates templates, TimeProvider time)
    {
        registry.Gauge(
            "webhooks_template_info", "The templates in force; always 1.", ["template", "hash"],
            () => templates.InForce.Select(one => new Sample(1, one.Template, one.Hash)));
        registry.Counter(
            "webhooks_template_errors_total", "Problems of templates and failed readings of their source, each counted when first seen.",
            () => templates.Errors);
        registry.Gauge("webhooks_templates_broken", "Templates whose newest version is not valid.", () => templates.Broken);
        registry.Gauge("webhooks_templates_deleted", "Templates that are deleted and still in force.", () => templates.Deleted);
        registry.Gauge(
            "webhooks_certificate_expiry_seconds", "Seconds until the serving certificate expires; negative once it has.",
            () => (tls.NotAfter - time.GetUtcNow()).TotalSeconds);
        registry.Counter("webhooks_certificate_reloads_total", "Changed certificates put in force.", () => tls.Reloads);
        registry.Counter(
            "webhooks_certificate_reload_failures_total", "Changed certificates that were not fit, so that the old ones stayed.", () => tls.FailedReloads);
        ProcessMetrics.Register(registry, Version);
        RuntimeMetrics.Register(registry);
    }
}
