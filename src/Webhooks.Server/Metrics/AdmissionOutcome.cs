namespace Webhooks.Server.Metrics;

/// <summary>By what admission requests are counted.</summary>
/// <param name="Webhook">Its name in the catalog.</param>
/// <param name="Operation">As Kubernetes spells it; empty where the request could not be read.</param>
/// <param name="Decision">A word of <see cref="OutcomeWords"/>.</param>
/// <param name="Reason">A word of the set that the webhook, or the endpoint, closes.</param>
internal readonly record struct AdmissionOutcome(string Webhook, string Operation, string Decision, string Reason) : ILabels<AdmissionOutcome>
{
    public static IReadOnlyList<string> Names { get; } = ["webhook", "operation", "decision", "reason"];

    public static AdmissionOutcome Other { get; } = new("other", "other", "other", "other");

    public IReadOnlyList<string> Values => [Webhook, Operation, Decision, Reason];
}
