using System.Diagnostics.Metrics;
using System.Globalization;
using Webhooks.Client.Requests;

namespace Webhooks.Client.Pipeline;

/// <summary>What all pipelines tell of their requests, under the names and labels that client-go gives.</summary>
internal static class RequestMetrics
{
    /// <summary>What listeners subscribe to.</summary>
    public const string MeterName = "Webhooks.Client.Pipeline";

    /// <summary>The code of a request that got no answer.</summary>
    public const string NoCode = "<error>";

    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60] };
    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("rest_client_requests_total", description: "Requests, each try, by the code of the answer, method and host.");

    private static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("rest_client_request_retries_total", description: "Requests that are sent again, by the code that they had, verb and host.");

    private static readonly Histogram<double> Answering =
        Meter.CreateHistogram("rest_client_request_duration_seconds", "s", "How long it took to the head of an answer.", tags: null, Durations);

    private static readonly Histogram<double> Waiting =
        Meter.CreateHistogram("rest_client_rate_limiter_duration_seconds", "s", "How long requests waited for their turn on this side.", tags: null, Durations);

    public static void Answered(ApiRequest request, string host, int? code, TimeSpan took)
    {
        Requests.Add(1, new("code", CodeOf(code)), new("method", request.Method.Method), new("host", host));
        Answering.Record(took.TotalSeconds, new("verb", request.Verb), new("host", host));
    }

    public static void Retried(ApiRequest request, string host, int? code) =>
        Retries.Add(1, new("code", CodeOf(code)), new("verb", request.Verb), new("host", host));

    public static void Waited(ApiRequest request, string host, TimeSpan took) =>
        Waiting.Record(took.TotalSeconds, new("verb", request.Verb), new("host", host));

    private static string CodeOf(int? code) => code?.ToString(CultureInfo.InvariantCulture) ?? NoCode;
}
