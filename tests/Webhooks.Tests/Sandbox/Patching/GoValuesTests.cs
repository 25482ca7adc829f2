using Webhooks.Sandbox.Patching;
using Xunit;

namespace Webhooks.Tests.Sandbox.Patching;

public class GoValuesTests
{
    [Theory]
    [InlineData("""{"b":[1,"x",null,true],"a":{"c":{}}}""", "map[a:map[c:map[]] b:[1 x <nil> true]]")]
    [InlineData("1.0", "1")]
    [InlineData("0.5", "0.5")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1.5e-7", "1.5e-07")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("-2.5e300", "-2.5e+300")]
    public void A_value_is_printed_as_Go_prints_it(string json, string expected) =>
        Assert.Equal(expected, GoValues.Print(PatchCase.Json(json)));

    [Fact]
    public void Names_are_sorted_by_their_bytes() =>
        Assert.Equal("map[\uFFFD:1 \U0001F600:2]", GoValues.Print(PatchCase.Json("{\"\U0001F600\":2,\"\uFFFD\":1}")));
}
