using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;

namespace Webhooks.FunctionalTests.Telemetry;

/// <summary>What is traced in these tests.</summary>
internal static class Examples
{
    /// <summary>The webhook at <c>/mutate</c>.</summary>
    public static Webhook Mutate { get; } = WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce()).Single(webhook => webhook.Path == "/mutate");
}
