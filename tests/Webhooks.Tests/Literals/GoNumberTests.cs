using Webhooks.Resources.Literals;
using Xunit;

namespace Webhooks.Tests.Literals;

public sealed class GoNumberTests
{
    [Theory]
    [InlineData(0.5, "0.5", "0.5", "0.5")]
    [InlineData(100000, "100000", "100000", "100000")]
    [InlineData(1000000, "1e+06", "1000000", "1000000")]
    [InlineData(1000000.5, "1.0000005e+06", "1000000.5", "1000000.5")]
    [InlineData(1e-7, "1e-07", "1e-7", "0.0000001")]
    [InlineData(1e21, "1e+21", "1e+21", "1000000000000000000000")]
    [InlineData(-9223372036854775808.0, "-9.223372036854776e+18", "-9223372036854776000", "-9223372036854776000")]
    [InlineData(0, "0", "0", "0")]
    public void Floats_are_printed_as_Go_does(double value, string general, string json, string text) =>
        Assert.Equal((general, json, text), (GoNumber.General(value), GoNumber.Json(value), GoNumber.Decimal(value)));
}
