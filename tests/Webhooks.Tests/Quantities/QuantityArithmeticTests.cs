using Webhooks.Resources.Quantities;
using Xunit;

namespace Webhooks.Tests.Quantities;

public class QuantityArithmeticTests
{
    [Theory]
    [InlineData("1Ki", "1024")]
    [InlineData("1k", "1e3")]
    [InlineData("0.5", "500m")]
    [InlineData("1.500", "1500m")]
    [InlineData("1e4294967297", "10")]
    [InlineData("1000E", "1e21")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567.89k")]
    [InlineData("-0", "0Gi")]
    public void Equality_goes_by_value(string left, string right)
    {
        (Quantity a, Quantity b) = (Quantity.Parse(left), Quantity.Parse(right));

        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.Equal(0, a.CompareTo(b));
        Assert.True(a == b && !(a != b) && a <= b && a >= b);
    }

    [Theory]
    [InlineData("100m", "1")]
    [InlineData("1G", "1Gi")]
    [InlineData("-1", "0")]
    [InlineData("-1Gi", "-1G")]
    [InlineData("0", "1n")]
    [InlineData("9223372036854775807", "9223372036854775808")]
    [InlineData("9223372036854775807", "1e19")]
    [InlineData("1e999999998", "1e999999999")]
    [InlineData("9e999999998", "1e999999999")]
    [InlineData("-1e999999999", "1")]
    [InlineData("1", "12345678901234567890123456789")]
    [InlineData("12345678901234567890123456788", "12345678901234567890123456789")]
    [InlineData("9999999999999999999999", "1e22")]
    public void Order_goes_by_value(string less, string more)
    {
        (Quantity a, Quantity b) = (Quantity.Parse(less), Quantity.Parse(more));

        Assert.True(a.CompareTo(b) < 0);
        Assert.True(b.CompareTo(a) > 0);
        Assert.True(a < b && a <= b && b > a && b >= a && a != b);
    }

    [Theory]
    [InlineData("1", "500m", "1500m", "500m")]
    [InlineData("1Gi", "1Mi", "1025Mi", "1023Mi")]
    [InlineData("1Gi", "1", "1073741825", "1073741823")]
    [InlineData("0", "1Ki", "1Ki", "-1Ki")]
    [InlineData("1k", "1Ki", "2024", "-24")]
    [InlineData("1e3", "1", "1001", "999")]
    [InlineData("4Ei", "4Ei", "8Ei", "0")]
    [InlineData("9223372036854775807", "1", "9223372036854775808", "9223372036854775806")]
    [InlineData("1E", "1n", "1000000000000000000000000001n", "999999999999999999999999999n")]
    public void Sums_and_differences_are_exact_and_keep_the_format(string left, string right, string sum, string difference)
    {
        (Quantity a, Quantity b) = (Quantity.Parse(left), Quantity.Parse(right));

        Assert.Equal(sum, (a + b).ToString());
        Assert.Equal(difference, (a - b).ToString());
        Assert.Equal(difference, (-(b - a)).ToString());
    }

    [Fact]
    public void A_sum_too_long_to_write_out_is_an_overflow()
    {
        Assert.Throws<OverflowException>(() => Quantity.Parse("1e999999999") + Quantity.Parse("1"));
        Assert.Throws<OverflowException>(() => Quantity.Parse("1") - Quantity.Parse("1e999999999"));
    }

    [Theory]
    [InlineData("1", true, 1, 1000)]
    [InlineData("1500m", false, 2, 1500)]
    [InlineData("-1500m", false, -2, -1500)]
    [InlineData("1n", false, 1, 1)]
    [InlineData("1Gi", true, 1073741824, 1073741824000)]
    [InlineData("9223372036854775807", true, long.MaxValue, long.MaxValue)]
    [InlineData("-9223372036854775808", true, long.MinValue, long.MinValue)]
    [InlineData("9223372036854775808", true, long.MaxValue, long.MaxValue)]
    [InlineData("-1e999999999", true, long.MinValue, long.MinValue)]
    [InlineData("0", true, 0, 0)]
    public void Values_round_away_from_zero_and_stop_at_the_ends_of_64_bits(string text, bool integer, long value, long thousandths)
    {
        Quantity quantity = Quantity.Parse(text);

        Assert.Equal(integer, quantity.IsInteger);
        Assert.Equal(value, quantity.Value);
        Assert.Equal(thousandths, quantity.MilliValue);
        Assert.Equal(Math.Sign(value), quantity.Sign);
        Assert.Equal(value == 0, quantity.IsZero);
    }

    [Theory]
    [InlineData("1Ki", 1024)]
    [InlineData("1e18", 1_000_000_000_000_000_000)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("0", 0)]
    public void An_integer_of_64_bits_is_had_exactly(string text, long expected)
    {
        Assert.True(Quantity.Parse(text).TryGetInt64(out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("1500m")]
    [InlineData("9223372036854775808")]
    [InlineData("1e19")]
    [InlineData("1e999999999")]
    public void Others_are_not(string text) => Assert.False(Quantity.Parse(text).TryGetInt64(out _));

    [Fact]
    public void Quantities_are_made_of_numbers()
    {
        Assert.Equal("1Gi", Quantity.FromInt64(1 << 30, QuantityFormat.BinarySI).ToString());
        Assert.Equal("1234567m", Quantity.FromMilli(1234567, QuantityFormat.BinarySI).ToString());
        Assert.Equal("80e-3", Quantity.FromMilli(80, QuantityFormat.DecimalExponent).ToString());
        Assert.Equal("9223372036854775808", (-Quantity.FromInt64(long.MinValue)).ToString());
    }

    [Fact]
    public void Comparing_usual_quantities_allocates_nothing()
    {
        (Quantity a, Quantity b) = (Quantity.Parse("1.5Gi"), Quantity.Parse("1500M"));
        _ = a.CompareTo(b) + a.GetHashCode();

        long before = GC.GetAllocatedBytesForCurrentThread();
        int sum = 0;
        for (int i = 0; i < 1000; i++)
        {
            sum += a.CompareTo(b) + (a.Equals(b) ? 1 : 0) + (a + b).Sign;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2000, sum);
    }
}
