using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class JsonNumbersTests
{
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "10e-1")]
    [InlineData("1", "1e0")]
    [InlineData("1", "1E-0")]
    [InlineData("1", "0.1e1")]
    [InlineData("100", "1e2")]
    [InlineData("100", "1E+0002")]
    [InlineData("100.00", "1e2")]
    [InlineData("0", "-0")]
    [InlineData("0", "0.000e99999999999999999999999999")]
    [InlineData("-0.0", "0e-5")]
    [InlineData("0.001", "1e-3")]
    [InlineData("-1.5", "-15e-1")]
    [InlineData("12.340", "1234e-2")]
    [InlineData("1.000000000000000000000000000001", "1000000000000000000000000000001e-30")]
    [InlineData("1e1000000000000000001", "10e1000000000000000000")]
    [InlineData("1e-1000000000000000001", "0.1e-1000000000000000000")]
    [InlineData("1e999999999999999999", "0.1e1000000000000000000")]
    [InlineData("1e00000000000000000000000000005", "1e5")]
    public void Literals_that_say_the_same_number_are_equal(string left, string right) => AssertEqual(true, left, right);

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1", "-1")]
    [InlineData("1", "10")]
    [InlineData("1", "1.01")]
    [InlineData("1", "0")]
    [InlineData("10", "1e2")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1.0000000000000000000000000000001", "1")]
    [InlineData("101", "11")]
    [InlineData("1.01", "10.1")]
    [InlineData("1e1000000000000000000", "1e1000000000000000001")]
    [InlineData("1e99999999999999999999", "1e99999999999999999998")]
    [InlineData("1e99999999999999999999", "1e-99999999999999999999")]
    [InlineData("1e99999999999999999999", "1")]
    [InlineData("1e1", "1e-1")]
    public void Literals_that_say_other_numbers_differ(string left, string right) => AssertEqual(false, left, right);

    [Fact]
    public void Equality_is_that_of_exact_fractions()
    {
        Gen<string> literal =
            from sign in Gen.Elements("", "-")
            from whole in Gen.Elements("0", "1", "10", "100", "12", "120", "1200", "101")
            from fraction in Gen.Elements("", ".0", ".00", ".1", ".10", ".01", ".001", ".100", ".12")
            from exponent in Gen.Elements("", "e0", "E1", "e+2", "e-1", "e-2", "E-03", "e3", "e+00")
            select sign + whole + fraction + exponent;
        Prop.ForAll(Arb.From(literal.Two()), pair => AreEqual(pair.Item1, pair.Item2) == (Exact(pair.Item1) == Exact(pair.Item2)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(6902, 1));
    }

    private static void AssertEqual(bool expected, string left, string right)
    {
        Assert.Equal(expected, AreEqual(left, right));
        Assert.Equal(expected, AreEqual(right, left));
    }

    private static bool AreEqual(string left, string right) =>
        JsonNumbers.AreEqual(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));

    /// <summary>The number times 10^20.</summary>
    private static BigInteger Exact(string literal)
    {
        string[] parts = literal.Split('e', 'E');
        int exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        BigInteger digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return digits * BigInteger.Pow(10, 20 + exponent - decimals);
    }
}
