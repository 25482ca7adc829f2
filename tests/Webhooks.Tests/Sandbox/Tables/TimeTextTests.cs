using Webhooks.Sandbox.Tables;
using Xunit;

namespace Webhooks.Tests.Sandbox.Tables;

public class TimeTextTests
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    [Theory]
    [InlineData(-2, "<invalid>")]
    [InlineData(-1, "0s")]
    [InlineData(0, "0s")]
    [InlineData(119, "119s")]
    [InlineData(120, "2m")]
    [InlineData((9 * Minute) + 59, "9m59s")]
    [InlineData(10 * Minute, "10m")]
    [InlineData((179 * Minute) + 59, "179m")]
    [InlineData(3 * Hour, "3h")]
    [InlineData((7 * Hour) + (59 * Minute), "7h59m")]
    [InlineData(47 * Hour, "47h")]
    [InlineData(2 * Day, "2d")]
    [InlineData((7 * Day) + (23 * Hour), "7d23h")]
    [InlineData(8 * Day, "8d")]
    [InlineData(729 * Day, "729d")]
    [InlineData(730 * Day, "2y")]
    [InlineData(731 * Day, "2y1d")]
    [InlineData(2920 * Day, "8y")]
    public void A_duration_has_two_or_three_significant_figures(long seconds, string text) =>
        Assert.Equal(text, HumanDuration.Of(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-01-02")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    public void The_age_of_what_has_no_time_is_unknown(string? timestamp) =>
        Assert.Equal("<unknown>", HumanDuration.Since(timestamp, DateTimeOffset.UnixEpoch));

    [Fact]
    public void An_age_is_the_time_since() =>
        Assert.Equal("5d1h", HumanDuration.Since("1970-01-01T01:00:00+02:00", DateTimeOffset.UnixEpoch.AddDays(5)));
}
