using System.Text;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class JsonPolicyTests
{
    [Fact]
    public void The_last_of_duplicate_members_wins_under_the_server_policy_and_each_is_reported()
    {
        JsonTree tree = JsonTree.Parse("""{"a":1,"b":{"c":0,"c":1},"a":2,"\u0061":3}""", JsonPolicy.Server);
        Assert.Equal(2, tree.Root.Count);
        Assert.Equal("3", tree.Root["a"].ToString());
        Assert.Equal("1", tree.Root["b"]["c"].ToString());
        Assert.Equal(["b", "a"], tree.Root.Members().Select(member => member.Key));
        Assert.Equal([18, 25, 31], tree.Duplicates.Select(name => name.Offset));
        Assert.Equal("""{"b":{"c":1},"a":3}""", Written(tree.Root));
    }

    [Fact]
    public void The_same_name_in_another_object_is_no_duplicate()
    {
        JsonTree tree = JsonTree.Parse("""{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}""");
        Assert.Empty(tree.Duplicates);
    }

    [Theory]
    [InlineData("\"\\ud800\"", "\uFFFD")]
    [InlineData("\"\\udc00x\"", "\uFFFDx")]
    [InlineData("\"\\ud800\\ud800\\udc00\"", "\uFFFD\U00010000")]
    [InlineData("\"\\udc00\\ud800\"", "\uFFFD\uFFFD")]
    [InlineData("\"\\ud800\\u0041\"", "\uFFFDA")]
    [InlineData("\"\\ud800\\n\"", "\uFFFD\n")]
    [InlineData("\"\xFF\"", "\uFFFD")]
    [InlineData("\"a\xC3\"", "a\uFFFD")]
    // One for each byte of a broken sequence, as Go's utf8.DecodeRune counts.
    [InlineData("\"\xE2\x82\"", "\uFFFD\uFFFD")]
    [InlineData("\"\xF0\x9F\x98z\"", "\uFFFD\uFFFD\uFFFDz")]
    [InlineData("\"\xED\xA0\x80\"", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("\"\xC0\x80\"", "\uFFFD\uFFFD")]
    [InlineData("\"\xF4\x90\x80\x80\"", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\"\\t\xFF\"", "\t\uFFFD")]
    public void The_server_policy_repairs_what_the_strict_one_refuses(string text, string repaired)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        Assert.Throws<JsonFormatException>(() => JsonTree.Parse(bytes));
        JsonValue value = JsonTree.Parse(bytes, JsonPolicy.Server).Root;
        Assert.Equal(repaired, value.GetString());
        Assert.True(value.TextEquals(Encoding.UTF8.GetBytes(repaired)));
        Assert.False(value.TryGetPlainText(out _));
        Assert.False(value.IsVerbatim);
        Assert.Equal(repaired, JsonTree.Parse(Written(value)).Root.GetString());
    }

    [Fact]
    public void Names_that_read_the_same_once_repaired_are_duplicates()
    {
        JsonTree tree = JsonTree.Parse("""{"\ud800":1,"\udc00":2,"�":3}""", JsonPolicy.Server);
        Assert.Equal("3", Assert.Single(tree.Root.Members()).Value.ToString());
        Assert.Equal(2, tree.Duplicates.Count());
    }

    [Theory]
    [InlineData("[\xFF]", 1, "expected a value, found 0xFF")]
    [InlineData("[123\xE5]", 4, "expected ',' or ']', found 0xE5")]
    [InlineData("[1e1\xE5]", 4, "expected ',' or ']', found 0xE5")]
    [InlineData("[0\xE5]", 2, "expected ',' or ']', found 0xE5")]
    [InlineData("[1e\xE5]", 3, "a number needs a digit in its exponent")]
    [InlineData("{\xE2\x82:1}", 1, "expected a member name in quotes, found 0xE2")]
    [InlineData("\xEF\xBB{}", 0, "expected a value, found 0xEF")]
    [InlineData("\xE5", 0, "expected a value, found 0xE5")]
    public void A_byte_that_is_not_UTF8_outside_of_a_string_is_an_error_of_both_policies(string text, int offset, string server)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        JsonFormatException problem = Assert.Throws<JsonFormatException>(() => JsonTree.Parse(bytes));
        Assert.Equal("the text is not UTF-8", problem.Problem);
        problem = Assert.Throws<JsonFormatException>(() => JsonTree.Parse(bytes, JsonPolicy.Server));
        Assert.Equal((offset, server), (problem.Offset, problem.Problem));
    }

    [Theory]
    [InlineData(256, 10_000)]
    [InlineData(257, 10_000)]
    [InlineData(10_000, 10_000)]
    [InlineData(10_001, 10_000)]
    public void Depth_is_bounded_at_256_and_10000(int depth, int server)
    {
        foreach (string text in new[] { Arrays(depth), Objects(depth) })
        {
            AssertDepth(text, depth, JsonPolicy.Strict, 256);
            AssertDepth(text, depth, JsonPolicy.Server, server);
        }
    }

    [Fact]
    public void A_million_levels_end_in_the_error_about_depth()
    {
        foreach (JsonPolicy policy in new[] { JsonPolicy.Strict, JsonPolicy.Server })
        {
            foreach (string text in new[] { new string('[', 1_000_000), Arrays(1_000_000), Objects(1_000_000) })
            {
                JsonFormatException problem = Assert.Throws<JsonFormatException>(() => JsonTree.Parse(text, policy));
                Assert.Equal($"more than {policy.MaxDepth} containers inside one another", problem.Problem);
            }
        }
    }

    [Fact]
    public void A_million_levels_are_read_written_and_compared_where_the_policy_allows_them()
    {
        JsonPolicy deep = JsonPolicy.Server with { MaxDepth = 1_000_000 };
        string text = Objects(1_000_000);
        JsonTree tree = JsonTree.Parse(text, deep);
        Assert.Equal(1_000_000, tree.Depth);
        Assert.Equal(text, Written(tree.Root));
        Assert.True(JsonEquality.AreEqual(tree.Root, JsonTree.Parse(text, deep).Root));

        JsonTree repaired = JsonTree.Parse(text.Replace("1", "\"\\ud800\"", StringComparison.Ordinal), deep);
        Assert.Equal(text.Replace("1", "\"\uFFFD\"", StringComparison.Ordinal), Written(repaired.Root));
    }

    [Fact]
    public void A_text_longer_than_the_policy_allows_is_refused()
    {
        JsonPolicy small = JsonPolicy.Strict with { MaxBytes = 10 };
        Assert.Equal(8, JsonTree.Parse("\"12345678\"", small).Root.GetString().Length);
        JsonFormatException problem = Assert.Throws<JsonFormatException>(() => JsonTree.Parse("\"123456789\"", small));
        Assert.Equal("the text has 11 bytes; at most 10 are read", problem.Problem);
    }

    [Fact]
    public void No_policy_reads_more_than_a_row_can_count()
    {
        JsonPolicy large = JsonPolicy.Strict with { MaxBytes = int.MaxValue };
        byte[] text = new byte[JsonPolicy.LargestText + 1];
        JsonFormatException problem = Assert.Throws<JsonFormatException>(() => JsonTree.Parse(text, large));
        Assert.Equal("the text has 134217729 bytes; at most 134217728 are read", problem.Problem);
    }

    private static void AssertDepth(string text, int depth, JsonPolicy policy, int most)
    {
        if (depth <= most)
        {
            Assert.Equal(depth, JsonTree.Parse(text, policy).Depth);
            return;
        }

        JsonFormatException problem = Assert.Throws<JsonFormatException>(() => JsonTree.Parse(text, policy));
        Assert.Equal($"more than {most} containers inside one another", problem.Problem);
        Assert.Equal(most * (text[0] == '[' ? 1 : 5), problem.Offset);
    }

    private static string Arrays(int depth) => new string('[', depth) + new string(']', depth);

    private static string Objects(int depth) =>
        string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private static string Written(JsonValue value)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteValue(value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
