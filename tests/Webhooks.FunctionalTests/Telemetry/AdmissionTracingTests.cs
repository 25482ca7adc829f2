using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Webhooks.Server.Telemetry;
using Xunit;

namespace Webhooks.FunctionalTests.Telemetry;

[Collection("Telemetry")]
public sealed class AdmissionTracingTests
{
    private const string Caller = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void A_span_says_what_the_conventions_for_http_ask_for()
    {
        Activity span = Traced(Request(Caller), 200, "denied", "conflict");
        Assert.Equal("POST /mutate", span.DisplayName);
        Assert.Equal(ActivityKind.Server, span.Kind);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", span.TraceId.ToHexString());
        Assert.Equal("b7ad6b7169203331", span.ParentSpanId.ToHexString());
        Assert.Equal("a=b,c=d", span.TraceStateString);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            [
                "client.address=192.0.2.7", "http.request.method=POST", "http.response.status_code=200", "http.route=/mutate", "network.protocol.version=2",
                "server.address=webhooks.example.com", "server.port=8443", "url.path=/mutate", "url.scheme=https", "user_agent.original=kube-apiserver-admission",
                "webhooks.decision=denied", "webhooks.reason=conflict",
            ],
            span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fault_of_ours_is_an_error()
    {
        Activity span = Traced(Request(Caller), 500, "error", "internal", new InvalidOperationException("a bug"));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
        Assert.Equal("503", Traced(Request(Caller), 503, "error", "overloaded").GetTagItem("error.type"));
    }

    [Fact]
    public void One_of_the_sender_s_is_not() => Assert.Equal(ActivityStatusCode.Unset, Traced(Request(Caller), 413, "error", "too-large").Status);

    [Theory]
    [InlineData("nonsense")]
    [InlineData(Caller, Caller)]
    [InlineData]
    public void Without_one_good_caller_a_trace_begins_here_whatever_runs_around_it(params string[] traceParents)
    {
        using Activity around = new Activity("the web server's own").SetIdFormat(ActivityIdFormat.W3C).Start();
        Activity span = Traced(Request(traceParents), 200, "allowed", "unchanged");
        Assert.Equal(default, span.ParentSpanId);
        Assert.NotEqual(around.TraceId, span.TraceId);
        Assert.True(span.Recorded);
    }

    [Fact]
    public void Long_headers_are_cut()
    {
        HttpRequest request = Request(Caller);
        request.Headers.UserAgent = new string('x', 10_000);
        Assert.Equal(new string('x', 256), Traced(request, 200, "allowed", "unchanged").GetTagItem("user_agent.original"));
    }

    [Fact]
    public void A_span_allocates_nothing_while_nobody_listens()
    {
        HttpRequest request = Request(Caller);
        Assert.Null(Trace());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int count = 0; count < 1000; count++)
        {
            Trace();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        Activity? Trace()
        {
            Activity? span = AdmissionTracing.Start(request, Examples.Mutate);
            AdmissionTracing.End(span, 200, "allowed", "unchanged");
            return span;
        }
    }

    private static HttpRequest Request(params string[] traceParents)
    {
        DefaultHttpContext context = new();
        context.Request.Scheme = "https";
        context.Request.Protocol = "HTTP/2";
        context.Request.Host = new HostString("webhooks.example.com", 8443);
        context.Request.Headers.TraceParent = traceParents;
        context.Request.Headers.TraceState = new[] { "a=b", "c=d" };
        context.Request.Headers.UserAgent = "kube-apiserver-admission";
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
        return context.Request;
    }

    // As the SDK's default sampler: what has an unsampled parent is not recorded.
    private static Activity Traced(HttpRequest request, int status, string decision, string reason, Exception? failure = null)
    {
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == AdmissionTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Parent == default || options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listener);
        Activity? span = AdmissionTracing.Start(request, Examples.Mutate);
        Assert.NotNull(span);
        AdmissionTracing.End(span, status, decision, reason, failure);
        Assert.True(span.IsStopped);
        return span;
    }
}
