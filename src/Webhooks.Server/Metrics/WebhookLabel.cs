namespace Webhooks.Server.Metrics;

/// <summary>By what durations of admission requests are told apart.</summary>
/// <param name="Webhook">Its name in the catalog.</param>
internal readonly record struct WebhookLabel(string Webhook) : ILabels<WebhookLabel>
{
    public static IReadOnlyList<string> Names { get; } = ["webhook"];

    public static WebhookLabel Other { get; } = new("other");

    public IReadOnlyList<string> Values => [Webhook];
}
