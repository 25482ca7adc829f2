using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Xunit;

namespace Webhooks.Tests.Schemas;

public sealed class EnumerationTests
{
    private const int Many = 1_000;

    /// <summary>Enough of them for a table, beside values of other types and one that stands twice.</summary>
    private static readonly CustomResourceSchema Schema = ShapingTests.Schema(
        """{"a":{"x-kubernetes-preserve-unknown-fields":true,"enum":[7,["x"],"e1",""" + string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"e{i}\"")) + "]}}");

    [Theory]
    [InlineData("\"e0\"", true)]
    [InlineData("\"e999\"", true)]
    [InlineData("\"\\u00651\"", true)]
    [InlineData("\"e1000\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"7\"", false)]
    [InlineData("7", true)]
    [InlineData("8", false)]
    [InlineData("[\"x\"]", true)]
    [InlineData("[\"y\"]", false)]
    public void A_value_is_found_among_many(string value, bool isAllowed) =>
        Assert.Equal(isAllowed, Schema.Validate(ShapingTests.Parse("{\"a\":" + value + "}")).Causes.IsEmpty);

    [Fact]
    public void Many_values_that_are_none_of_many_cost_little_more_than_their_words()
    {
        CustomResourceSchema list = ShapingTests.Schema(
            """{"a":{"type":"array","items":{"type":"string","enum":[""" + string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"e{i}\"")) + "]}}}");
        JsonValue value = ShapingTests.Parse("{\"a\":[" + string.Join(',', Enumerable.Range(0, Many).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"x{i}\""))) + "]}");
        long before = GC.GetAllocatedBytesForCurrentThread();
        long words = list.Validate(value).Causes.Sum(cause => (long)cause.Message.Length * sizeof(char));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, words, 4 * words);
    }
}
