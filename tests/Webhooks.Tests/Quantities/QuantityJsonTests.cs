using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;
using Xunit;

namespace Webhooks.Tests.Quantities;

public class QuantityJsonTests
{
    [Theory]
    [InlineData("0.5", "500m")]
    [InlineData("1000", "1k")]
    [InlineData("1e3", "1e3")]
    [InlineData("-1.5E3", "-1500")]
    [InlineData("\"1.5Gi\"", "1536Mi")]
    [InlineData("\" 100m\\n\"", "100m")]
    [InlineData("\"\\u0031\"", "1")]
    [InlineData("\"\u00a01\u2003\"", "1")]
    [InlineData("\"+5\"", "+5")]
    [InlineData("null", "0")]
    public void A_string_or_a_number_is_read(string json, string expected)
    {
        Assert.True(QuantityJson.TryRead(JsonTree.Parse(json).Root, out Quantity quantity, out _));
        Assert.Equal(expected, quantity.ToString());
        Assert.Equal(Quantity.Parse(expected), quantity);
    }

    [Theory]
    [InlineData("\"\"", QuantityError.Format)]
    [InlineData("\" \"", QuantityError.Format)]
    [InlineData("\"1 0\"", QuantityError.Format)]
    [InlineData("\"1i\"", QuantityError.Suffix)]
    [InlineData("true", QuantityError.Format)]
    [InlineData("{}", QuantityError.Format)]
    public void Anything_else_is_not(string json, string expected)
    {
        Assert.False(QuantityJson.TryRead(JsonTree.Parse(json).Root, out _, out string? error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Nothing_there_is_not_and_neither_is_too_much()
    {
        Assert.False(QuantityJson.TryRead(default, out _, out _));
        Assert.False(QuantityJson.TryRead(JsonTree.Parse($"\"{new string('1', 1_000_000)}\"").Root, out _, out string? error));
        Assert.Equal(QuantityError.Length, error);
    }
}
