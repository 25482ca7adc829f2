using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Webhooks.Admission.Catalog;

namespace Webhooks.Server.Telemetry;

/// <summary>
/// One span for each admission request, below the caller's. Source of the attributes: OpenTelemetry, "Semantic Conventions
/// for HTTP Spans". Costs nothing while nobody listens.
/// </summary>
internal static class AdmissionTracing
{
    /// <summary>What listeners ask for.</summary>
    public const string SourceName = "Webhooks";

    // A header may be longer, and an attribute is stored with each span.
    private const int MostUserAgent = 256;

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a request; null while nobody listens.</summary>
    public static Activity? Start(HttpRequest request, Webhook webhook)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // Else the span of the server itself, which nobody exports, would be the parent, and decide that ours is not sampled.
        Activity.Current = null;
        ActivityContext caller = TraceParent.Parse(
            request.Headers.TraceParent is [{ } traceParent] ? traceParent : null, request.Headers.TraceState.ToString());
        Activity? span = Source.StartActivity($"POST {webhook.Path}", ActivityKind.Server, caller);
        if (span is { IsAllDataRequested: true })
        {
            Describe(span, request, webhook);
        }

        return span;
    }

    /// <summary>Ends the span of a request.</summary>
    /// <param name="span">What <see cref="Start"/> gave.</param>
    /// <param name="status">The HTTP status of the answer; 5xx is an error.</param>
    /// <param name="decision">As metrics call it.</param>
    /// <param name="reason">As metrics call it.</param>
    /// <param name="failure">What went wrong with us.</param>
    public static void End(Activity? span, int status, string decision, string reason, Exception? failure = null)
    {
        if (span == null)
        {
            return;
        }

        span.SetTag("http.response.status_code", status);
        span.SetTag("webhooks.decision", decision);
        span.SetTag("webhooks.reason", reason);
        if (status >= 500)
        {
            span.SetStatus(ActivityStatusCode.Error);
            span.SetTag("error.type", failure?.GetType().FullName ?? status.ToString(CultureInfo.InvariantCulture));
        }

        span.Dispose();
    }

    private static void Describe(Activity span, HttpRequest request, Webhook webhook)
    {
        span.SetTag("http.request.method", "POST");
        span.SetTag("http.route", webhook.Path);
        span.SetTag("url.scheme", request.Scheme);
        span.SetTag("url.path", webhook.Path);
        span.SetTag("server.address", request.Host.Host);
        span.SetTag("server.port", request.Host.Port);
        span.SetTag("client.address", request.HttpContext.Connection.RemoteIpAddress?.ToString());
        span.SetTag("network.protocol.version", request.Protocol.Replace("HTTP/", "", StringComparison.Ordinal));
        string userAgent = request.Headers.UserAgent.ToString();
        span.SetTag("user_agent.original", userAgent.Length > MostUserAgent ? userAgent[..MostUserAgent] : userAgent);
    }
}
