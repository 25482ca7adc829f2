using Microsoft.AspNetCore.Http;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Xunit;

namespace Webhooks.Tests.Sandbox.Requests;

public sealed class RequestDeadlineTests
{
    [Theory]
    [InlineData("/version", "", null)]
    [InlineData("/version", "1s", 1d)]
    [InlineData("/api/v1/pods", "1m500ms", null)]
    [InlineData("/api/v1/pods", "59.5s", 59.5d)]
    [InlineData("/api/v1/pods", "60s", null)]
    [InlineData("/api/v1/pods", "0", null)]
    [InlineData("/api/v1/pods", "-1s", null)]
    [InlineData("/api/v1/namespaces/n/pods/x/log", "abc", null)]
    public void A_timeout_counts_up_to_a_minute(string path, string timeout, double? seconds) =>
        Assert.Equal(seconds, RequestDeadline.Read(InfoOf(path, timeout), QueryOf(timeout))?.TotalSeconds);

    [Theory]
    [InlineData("/version", "abc", "time: invalid duration \"abc\"")]
    [InlineData("/healthz", "-", "time: invalid duration \"-\"")]
    [InlineData("/api/v1/pods", "5", "time: missing unit in duration \"5\"")]
    [InlineData("/api/v1/pods", "5s3", "time: missing unit in duration \"5s3\"")]
    [InlineData("/api/v1/pods", "1.5.5s", "time: missing unit in duration \"1.5.5s\"")]
    [InlineData("/api/v1/pods", ".s", "time: invalid duration \".s\"")]
    [InlineData("/api/v1/pods", "5d", "time: unknown unit \"d\" in duration \"5d\"")]
    [InlineData("/api/v1/pods", "5 s\u00e9\"", "time: unknown unit \" s\\xc3\\xa9\\\"\" in duration \"5 s\\xc3\\xa9\\\"\"")]
    [InlineData("/api/v1/pods", "9999999999999999999h", "time: invalid duration \"9999999999999999999h\"")]
    public void Another_text_is_refused_in_the_words_of_Go(string path, string timeout, string problem)
    {
        StatusException refused = Assert.Throws<StatusException>(() => RequestDeadline.Read(InfoOf(path, timeout), QueryOf(timeout)));

        Assert.Equal((400, "invalid timeout specified in the request URL - " + problem), (refused.Status.Code, refused.Status.Message));
    }

    private static QueryCollection QueryOf(string timeout) => new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["timeout"] = timeout });

    private static RequestInfo InfoOf(string path, string timeout) => RequestPath.Read("GET", path, QueryOf(timeout));
}
