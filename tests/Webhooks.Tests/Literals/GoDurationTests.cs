using Webhooks.Resources.Literals;
using Xunit;

namespace Webhooks.Tests.Literals;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("500ms", 500)]
    [InlineData("60s", 60_000)]
    [InlineData("15m", 900_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData(".5s", 500)]
    [InlineData("1.s", 1_000)]
    [InlineData("+2s", 2_000)]
    [InlineData("-1m1ms", -60_001)]
    [InlineData("1000us", 1)]
    [InlineData("1000µs", 1)]
    [InlineData("1000μs", 1)]
    [InlineData("1000000ns", 1)]
    [InlineData("2540400h10m10s", 9_145_440_610_000)]
    public void A_duration_is_read_as_Go_does(string text, long milliseconds)
    {
        Assert.True(GoDuration.TryParse(text, out TimeSpan duration));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration);
    }

    [Fact]
    public void The_longest_is_one_nanosecond_longer_below_zero()
    {
        Assert.True(GoDuration.TryParse("-9223372036854775808ns", out TimeSpan duration));
        Assert.Equal(TimeSpan.FromTicks(-92233720368547758), duration);
    }

    [Fact]
    public void Digits_of_a_fraction_may_be_any_number()
    {
        Assert.True(GoDuration.TryParse("1.5" + new string('0', 100) + "s", out TimeSpan duration));
        Assert.Equal(TimeSpan.FromSeconds(1.5), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("+")]
    [InlineData("s")]
    [InlineData(".s")]
    [InlineData("1.2.3s")]
    [InlineData("5 s")]
    [InlineData(" 5s")]
    [InlineData("5S")]
    [InlineData("5d")]
    [InlineData("--5s")]
    [InlineData("1e3s")]
    [InlineData("9223372036854775808ns")]
    [InlineData("2562047h47m16.854775808s")]
    [InlineData("99999999999999999999999999999999999h")]
    [InlineData("-9223372036854775809ns")]
    [InlineData("1..s")]
    public void Anything_else_is_refused(string text) => Assert.False(GoDuration.TryParse(text, out _));
}
