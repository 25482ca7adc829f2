using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Xunit;

namespace Webhooks.Tests.Sandbox.Requests;

public sealed class RequestDeadlineTests
{
    private static readonly RequestInfo List = new() { Method = "GET", Path = "/api/v1/pods", Verb = "list", IsResource = true };

    [Theory]
    [InlineData("", null)]
    [InlineData("1s", 1d)]
    [InlineData("1m500ms", null)]
    [InlineData("59.5s", 59.5d)]
    [InlineData("60s", null)]
    [InlineData("0", null)]
    [InlineData("-1s", null)]
    public void A_timeout_counts_up_to_a_minute(string timeout, double? seconds) =>
        Assert.Equal(seconds, RequestDeadline.Read(List, timeout)?.TotalSeconds);

    [Theory]
    [InlineData("abc", "time: invalid duration \"abc\"")]
    [InlineData("-", "time: invalid duration \"-\"")]
    [InlineData("5", "time: missing unit in duration \"5\"")]
    [InlineData("5s3", "time: missing unit in duration \"5s3\"")]
    [InlineData("1.5.5s", "time: missing unit in duration \"1.5.5s\"")]
    [InlineData(".s", "time: invalid duration \".s\"")]
    [InlineData("5d", "time: unknown unit \"d\" in duration \"5d\"")]
    [InlineData("5 s\u00e9\"", "time: unknown unit \" s\\xc3\\xa9\\\"\" in duration \"5 s\\xc3\\xa9\\\"\"")]
    [InlineData("9999999999999999999h", "time: invalid duration \"9999999999999999999h\"")]
    public void Another_text_is_refused_in_the_words_of_Go(string timeout, string problem)
    {
        StatusException refused = Assert.Throws<StatusException>(() => RequestDeadline.Read(List, timeout));

        Assert.Equal((400, "invalid timeout specified in the request URL - " + problem), (refused.Status.Code, refused.Status.Message));
    }

    [Theory]
    [InlineData("watch", "")]
    [InlineData("get", "log")]
    [InlineData("create", "exec")]
    public void Of_what_takes_long_it_is_not_looked_at(string verb, string subresource) =>
        Assert.Null(RequestDeadline.Read(List with { Verb = verb, Subresource = subresource }, "abc"));
}
