using System.Diagnostics;
using Webhooks.Server.Telemetry;
using Xunit;

namespace Webhooks.Tests.Telemetry;

public sealed class TraceParentTests
{
    private const string Example = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"; // of the specification

    [Fact]
    public void The_caller_s_span_is_read()
    {
        ActivityContext context = TraceParent.Parse(Example, "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE");
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", context.TraceId.ToHexString());
        Assert.Equal("b7ad6b7169203331", context.SpanId.ToHexString());
        Assert.Equal(ActivityTraceFlags.Recorded, context.TraceFlags);
        Assert.Equal("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE", context.TraceState);
        Assert.True(context.IsRemote);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01")]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-zz")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more")]
    [InlineData("|0af7651916cd43dd.1.")]
    public void A_malformed_one_is_none(string? traceParent) => Assert.Equal(default, TraceParent.Parse(traceParent, "a=b"));

    [Fact]
    public void A_state_that_is_too_long_or_no_text_is_left_out()
    {
        Assert.Equal(512, TraceParent.Parse(Example, new string('x', 512)).TraceState!.Length);
        Assert.Null(TraceParent.Parse(Example, new string('x', 513)).TraceState);
        Assert.Null(TraceParent.Parse(Example, "a=\u001b[0m").TraceState);
        Assert.Null(TraceParent.Parse(Example, "").TraceState);
    }
}
