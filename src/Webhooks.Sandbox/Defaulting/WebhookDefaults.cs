using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of webhook configurations. Source: <c>pkg/apis/admissionregistration/v1/defaults.go</c>.</summary>
internal static class WebhookDefaults
{
    /// <summary>Fills a MutatingWebhookConfiguration.</summary>
    public static void OfMutating(JsonDraft configuration)
    {
        OfValidating(configuration);
        foreach (JsonDraft webhook in configuration.List("webhooks"))
        {
            webhook.DefaultText("reinvocationPolicy", "Never");
        }
    }

    /// <summary>Fills a ValidatingWebhookConfiguration.</summary>
    public static void OfValidating(JsonDraft configuration)
    {
        foreach (JsonDraft webhook in configuration.List("webhooks"))
        {
            webhook.DefaultText("failurePolicy", "Fail");
            webhook.DefaultText("matchPolicy", "Equivalent");
            webhook.Default("namespaceSelector", "{}");
            webhook.Default("objectSelector", "{}");
            webhook.Default("timeoutSeconds", "10");
            webhook.Find("clientConfig")?.Find("service")?.Default("port", "443");
            foreach (JsonDraft rule in webhook.List("rules"))
            {
                rule.DefaultText("scope", "*");
            }
        }
    }
}
