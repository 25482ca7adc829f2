using System.Globalization;
using Webhooks.Resources.Literals;
using Xunit;

namespace Webhooks.Tests.Literals;

public sealed class GoTimeTests
{
    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.987654321Z", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05,5Z", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05Z")]
    [InlineData("2026-01-02T3:04:05-01:30", "2026-01-02T04:34:05Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z")]
    public void A_time_is_written_in_UTC_and_to_the_second(string text, string written)
    {
        Assert.Null(GoTime.Parse(text, GoTime.Rfc3339, out DateTimeOffset time));
        Assert.Equal(written, GoTime.Write(time));
    }

    [Fact]
    public void A_micro_time_keeps_six_decimals()
    {
        Assert.Null(GoTime.Parse("2026-01-02T03:04:05.100000+02:00", GoTime.Micro, out DateTimeOffset time));
        Assert.Equal("2026-01-02T01:04:05.100000Z", GoTime.WriteMicro(time));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("2026-01-02T03:04:05.123456Z", "2026-01-02T03:04:05.1234560Z")]
    [InlineData("2026-01-02T03:04:05.1234567891Z", "2026-01-02T03:04:05.1234567Z")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.0000000Z")]
    [InlineData("2026-01-02T03:04:05-00:30", "2026-01-02T03:34:05.0000000Z")]
    public void A_time_is_read_to_the_tick(string text, string expected)
    {
        Assert.True(GoTime.TryParse(text, out DateTimeOffset time));
        Assert.Equal(expected, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0000-02-29T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    public void What_lies_before_the_year_1_is_moved_to_its_beginning(string text)
    {
        Assert.True(GoTime.TryParse(text, out DateTimeOffset time));
        Assert.Equal(DateTimeOffset.MinValue, time);
    }

    [Theory]
    [InlineData("", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"2006\"")]
    [InlineData("26-01-02", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"26-01-02\" as \"2006\"")]
    [InlineData("2026-1-02T03:04:05Z", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"1-02T03:04:05Z\" as \"01\"")]
    [InlineData("2026-01-02", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"")]
    [InlineData("2026-01-02 03:04:05Z", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \" 03:04:05Z\" as \"T\"")]
    [InlineData("2026-01-02T03:04:05", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"")]
    [InlineData("2026-01-02T03:04:05+0200", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"+0200\" as \"Z07:00\"")]
    [InlineData("2026-01-02T03:04:05.Z", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \".Z\" as \"Z07:00\"")]
    [InlineData("2026-01-02T03:04:05Zulu", ": extra text: \"ulu\"")]
    [InlineData("2026-13-02T03:04:05Z", ": month out of range")]
    [InlineData("2026-02-30T03:04:05Z", ": day out of range")]
    [InlineData("2026-01-02T24:04:05Z", ": hour out of range")]
    [InlineData("2026-01-02T03:60:05Z", ": minute out of range")]
    [InlineData("2026-01-02T03:04:60Z", ": second out of range")]
    [InlineData("2026-01-02T03:04:05+25:00", ": time zone offset hour out of range")]
    public void What_is_no_time_is_refused_in_the_words_of_Go(string text, string problem) =>
        Assert.Equal($"parsing time \"{text}\"{(problem[0] == ':' ? "" : " ")}{problem}", GoTime.Parse(text, GoTime.Rfc3339, out _));
}
