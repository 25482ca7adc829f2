using System.Globalization;
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
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("2026-01-02T03:04:05.123456Z", "2026-01-02T03:04:05.1234560Z")]
    [InlineData("2026-01-02T03:04:05.1234567891Z", "2026-01-02T03:04:05.1234567Z")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.0000000Z")]
    [InlineData("2026-01-02T03:04:05-00:30", "2026-01-02T03:34:05.0000000Z")]
    public void A_time_stamp_of_the_RFC_is_read(string text, string expected)
    {
        Assert.True(Timestamp.TryParse(text, out DateTimeOffset time));
        Assert.Equal(expected, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-01-02 03:04:05Z")]
    [InlineData("2026-13-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.Z")]
    [InlineData("2026-01-02T03:04:05+0200")]
    [InlineData("2026-01-02T03:04:05Zx")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    public void Anything_else_is_no_time_stamp(string text) => Assert.False(Timestamp.TryParse(text, out _));

    [Fact]
    public void The_age_of_what_has_no_time_is_unknown()
    {
        Assert.Equal("<unknown>", Timestamp.Since(null, DateTimeOffset.UnixEpoch));
        Assert.Equal("<unknown>", Timestamp.Since("0001-01-01T00:00:00Z", DateTimeOffset.UnixEpoch));
    }
}
