using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Reviews;
using Webhooks.Server.Logging;
using Webhooks.Server.Metrics;
using Webhooks.Server.Telemetry;

namespace Webhooks.Server.Serving;

/// <summary>What is kept of each request: numbers, one log line, a span. Never what an object holds. Thread safe.</summary>
internal sealed class AdmissionRecord
{
    private const string Gone = "cancelled";

    /// <summary>Anybody who reaches the port can cause such a line.</summary>
    private const int FailureLinesPerSecond = 20;

    private readonly AdmissionMetrics _metrics;
    private readonly ILogger _logger;
    private readonly LineBudget _failureLines;
    private long _inFlight;

    public AdmissionRecord(MetricRegistry registry, ILogger logger, TimeProvider time)
    {
        _failureLines = new LineBudget(FailureLinesPerSecond, time);
        _metrics = new AdmissionMetrics(registry);
        _logger = logger;
        registry.Gauge(
            "webhooks_admission_requests_in_flight", "Admission requests that are being read or answered.", () => Interlocked.Read(ref _inFlight));
    }

    /// <summary>A request comes in.</summary>
    /// <returns>Its span, for whoever tells what became of it; <c>null</c> while nobody traces.</returns>
    public Activity? Begin(Webhook webhook, HttpRequest request)
    {
        Interlocked.Increment(ref _inFlight);
        return AdmissionTracing.Start(request, webhook);
    }

    /// <summary>It is done with, whatever became of it.</summary>
    public void End() => Interlocked.Decrement(ref _inFlight);

    /// <summary>It got a decision. A dry run leaves no trace but the log line.</summary>
    public void Decided(Webhook webhook, AdmissionRequest request, AdmissionDecision decision, TimeSpan duration, Activity? span)
    {
        if (!request.IsDryRun)
        {
            _metrics.Record(webhook.Name, request, decision, duration);
        }

        DecisionLog.Decided(_logger, webhook, request, decision, duration);
        AdmissionTracing.End(span, StatusCodes.Status200OK, OutcomeWords.Of(decision), decision.Reason);
    }

    /// <summary>It got none.</summary>
    /// <param name="webhook">Who was asked.</param>
    /// <param name="fault">What the client was told.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="span">Its span.</param>
    /// <param name="failure">What went wrong with us, which the client is not told.</param>
    public void Failed(Webhook webhook, RequestFault fault, TimeSpan duration, Activity? span, Exception? failure = null)
    {
        _metrics.Record(webhook.Name, operation: null, OutcomeWords.Error, fault.Reason, duration);
        if (_failureLines.TryTake(out long unlogged))
        {
            DecisionLog.Failed(_logger, webhook, fault.Status.Code, fault.Reason, fault.Status.Message, duration, failure, unlogged);
        }

        AdmissionTracing.End(span, fault.Status.Code, OutcomeWords.Error, fault.Reason, failure);
    }

    /// <summary>The client went away before it had its answer.</summary>
    public void Cancelled(Webhook webhook, TimeSpan duration, Activity? span)
    {
        _metrics.Record(webhook.Name, operation: null, OutcomeWords.Error, Gone, duration);
        AdmissionTracing.End(span, StatusCodes.Status499ClientClosedRequest, OutcomeWords.Error, Gone);
    }
}
