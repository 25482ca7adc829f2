using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Catalog;

/// <summary>All webhooks, in one place. To add one: its file beside this one, and a line here.</summary>
public static class WebhookCatalog
{
    /// <summary>The webhooks with these settings, deciding by the templates in force at each moment.</summary>
    public static IReadOnlyList<Webhook> Of(InjectionOptions options, TemplatesInForce templates)
    {
        Injector injector = new(options);
        return
        [
            new MutateWebhook(injector, templates),
            new MutateDefaultsWebhook(injector, templates),
            new ValidateTemplatesWebhook(options, templates),
        ];
    }
}
