using System.Text;
using Webhooks.Resources.Quantities;
using Xunit;

namespace Webhooks.Tests.Quantities;

public class QuantityParsingTests
{
    /// <summary>What <c>kubectl create quota --dry-run=client -o json</c> makes of a text.</summary>
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.5", "500m")]
    [InlineData("100m", "100m")]
    [InlineData("1500m", "1500m")]
    [InlineData("2000m", "2")]
    [InlineData("-0.5", "-500m")]
    [InlineData(".5", "500m")]
    [InlineData("5.", "5.")]
    [InlineData("10e1", "100")]
    [InlineData("1.0", "1")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("0.5Gi", "512Mi")]
    [InlineData("1024Ki", "1Mi")]
    [InlineData("1023Ki", "1023Ki")]
    [InlineData("1Pi", "1Pi")]
    [InlineData("1023", "1023")]
    [InlineData("1000", "1k")]
    [InlineData("1000000", "1M")]
    [InlineData("1E", "1E")]
    [InlineData("1E6", "1E6")]
    [InlineData("1e-1", "100e-3")]
    [InlineData("1e-9", "1e-9")]
    [InlineData("1e21", "1e21")]
    [InlineData("00086000e3", "86e6")]
    [InlineData("5u", "5u")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("12345678901234567890m", "12345678901234567890m")]
    [InlineData("6030824628194821993.518190937865P", "6030824628194821993518190937865k")]
    public void A_quantity_is_written_in_canonical_form(string text, string canonical) =>
        Assert.Equal(canonical, Quantity.Parse(text).ToString());

    [Theory]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("1e+3")]
    [InlineData("1e0")]
    [InlineData("1.500")]
    [InlineData("+5")]
    [InlineData("005")]
    [InlineData("-05")]
    [InlineData("+5Ki")]
    [InlineData("05Ki")]
    public void Go_leaves_these_spellings_as_they_are(string text) =>
        Assert.Equal(text, Quantity.Parse(text).ToString());

    [Theory]
    [InlineData("+5Pi", "5Pi")]
    [InlineData("+2000", "2k")]
    [InlineData("1.000", "1")]
    [InlineData("0.500", "500m")]
    [InlineData("08Ki", "8Ki")]
    public void And_these_it_does_not(string text, string canonical) =>
        Assert.Equal(canonical, Quantity.Parse(text).ToString());

    [Theory]
    [InlineData("0.1n", "1n")]
    [InlineData("3.001n", "4n")]
    [InlineData("-3.001n", "-4n")]
    [InlineData("0.00000012345", "124n")]
    [InlineData("-1.0000000001", "-1000000001n")]
    [InlineData("1e-999", "1e-9")]
    [InlineData("1e-999999999", "1e-9")]
    [InlineData("1.9E-9", "2e-9")]
    [InlineData("0.00000000001Ki", "11n")]
    [InlineData("1.00001Ki", "1024010240u")]
    public void What_is_finer_than_a_nano_is_rounded_away_from_zero(string text, string canonical) =>
        Assert.Equal(canonical, Quantity.Parse(text).ToString());

    [Theory]
    [InlineData("8Ei")]
    [InlineData("9Ei")]
    [InlineData("9223372036854775807Ki")]
    public void Binary_quantities_end_at_the_greatest_integer_of_64_bits(string text)
    {
        Assert.Equal("9223372036854775807", Quantity.Parse(text).ToString());
        Assert.Equal("-9223372036854775807", Quantity.Parse("-" + text).ToString());
    }

    [Theory]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("k")]
    [InlineData("Ti")]
    [InlineData("-0")]
    [InlineData("0Ei")]
    [InlineData("0e999999999")]
    public void What_Go_takes_for_zero_is_zero(string text)
    {
        Assert.Equal(Quantity.FromInt64(0), Quantity.Parse(text));
        Assert.Equal("0", Quantity.Parse(text).ToString());
    }

    [Theory]
    [InlineData("", QuantityError.Format)]
    [InlineData(" 1", QuantityError.Format)]
    [InlineData("1 ", QuantityError.Format)]
    [InlineData("0x1", QuantityError.Format)]
    [InlineData("1_0", QuantityError.Format)]
    [InlineData("1.1.M", QuantityError.Format)]
    [InlineData("1..5", QuantityError.Format)]
    [InlineData("1+1.0M", QuantityError.Format)]
    [InlineData("aoeu", QuantityError.Format)]
    [InlineData("0.1am", QuantityError.Format)]
    [InlineData("٣", QuantityError.Format)]
    [InlineData("1K\u2139", QuantityError.Format)]
    [InlineData("1\0", QuantityError.Format)]
    [InlineData("Ei", QuantityError.Number)]
    [InlineData("Pi", QuantityError.Number)]
    [InlineData(".e-10", QuantityError.Number)]
    [InlineData("1i", QuantityError.Suffix)]
    [InlineData("1K", QuantityError.Suffix)]
    [InlineData("5e", QuantityError.Suffix)]
    [InlineData("5e+", QuantityError.Suffix)]
    [InlineData("1mi", QuantityError.Suffix)]
    [InlineData("1-", QuantityError.Suffix)]
    [InlineData("1-2", QuantityError.Suffix)]
    [InlineData("-3.01e-", QuantityError.Suffix)]
    [InlineData("1e9223372036854775808", QuantityError.Suffix)]
    public void What_is_no_quantity_is_refused_in_the_words_of_Go(string text, string expected)
    {
        Assert.False(Quantity.TryParse(text.AsSpan(), out Quantity quantity, out string? error));
        Assert.Equal(expected, error);
        Assert.Equal(default, quantity);

        Assert.False(Quantity.TryParse(Encoding.UTF8.GetBytes(text), out _, out error));
        Assert.Equal(expected, error);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => Quantity.Parse(text)).Message);
    }

    [Theory]
    [InlineData("5", QuantityFormat.DecimalSI)]
    [InlineData("5m", QuantityFormat.DecimalSI)]
    [InlineData("5Gi", QuantityFormat.BinarySI)]
    [InlineData("5e3", QuantityFormat.DecimalExponent)]
    [InlineData("5E", QuantityFormat.DecimalSI)]
    [InlineData("0.0000001Ki", QuantityFormat.DecimalSI)]
    public void The_format_is_that_of_the_suffix(string text, QuantityFormat format) =>
        Assert.Equal(format, Quantity.Parse(text).Format);

    [Fact]
    public void Long_texts_are_refused_without_being_read()
    {
        string digits = new string('9', 10_000_000);
        Assert.False(Quantity.TryParse(digits.AsSpan(), out _, out string? error));
        Assert.Equal(QuantityError.Length, error);
        Assert.False(Quantity.TryParse(new byte[10_000_000], out _, out error));
        Assert.Equal(QuantityError.Length, error);
        Assert.Contains($" {Quantity.MaxLength} ", error, StringComparison.Ordinal);

        string longest = new string('9', Quantity.MaxLength);
        Assert.Equal(longest, Quantity.Parse(longest).ToString());
    }

    [Fact]
    public void No_text_is_no_quantity_and_the_default_is_zero()
    {
        Assert.False(Quantity.TryParse((string?)null, out Quantity quantity));
        Assert.Equal("0", quantity.ToString());
        Assert.Equal(QuantityFormat.DecimalSI, quantity.Format);
    }
}
