using Webhooks.Admission.Reviews;

namespace Webhooks.Server.Metrics;

/// <summary>Counts and times admission requests. Thread safe; neither a lock nor an allocation once an outcome has been seen.</summary>
/// <remarks>A dry run leaves no trace here: whoever records does not record it.</remarks>
internal sealed class AdmissionMetrics(MetricRegistry registry)
{
    private readonly CounterFamily<AdmissionOutcome> _requests = registry.Counter<AdmissionOutcome>(
        "webhooks_admission_requests_total", "Admission requests by what became of them; dry runs are not counted.");

    private readonly HistogramFamily<WebhookLabel> _durations = registry.Histogram<WebhookLabel>(
        "webhooks_admission_duration_seconds", "Time from an admission request's headers to its answer; dry runs are not counted.");

    /// <summary>Counts a request that was decided.</summary>
    public void Record(string webhook, AdmissionRequest request, AdmissionDecision decision, TimeSpan duration) =>
        Record(webhook, request.Operation, OutcomeWords.Of(decision), decision.Reason, duration);

    /// <summary>Counts a request.</summary>
    /// <param name="webhook">Its name in the catalog.</param>
    /// <param name="operation">Null where the request could not be read.</param>
    /// <param name="decision"><c>allowed</c>, <c>changed</c>, <c>denied</c> or <c>error</c>.</param>
    /// <param name="reason">One of a closed set, such as <c>injected</c> or <c>too-large</c>; never text from a request.</param>
    /// <param name="duration">How long it took.</param>
    public void Record(string webhook, AdmissionOperation? operation, string decision, string reason, TimeSpan duration)
    {
        _requests.Of(new AdmissionOutcome(webhook, OutcomeWords.Of(operation), decision, reason)).Increment();
        _durations.Of(new WebhookLabel(webhook)).Observe(duration);
    }
}
