using System.Text;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class JsonTreeTests
{
    [Fact]
    public void Literals_and_order_are_kept()
    {
        const string Text = """{ "z": 1.50, "a" : 1e3 , "m":-0, "big": 12345678901234567890.10E+5, "s":"\u0041\/" }""";
        JsonValue root = JsonTree.Parse(Text).Root;
        Assert.Equal(Text, root.ToString());
        Assert.Equal(["z", "a", "m", "big", "s"], root.Members().Select(member => member.Key));
        Assert.Equal(
            ["1.50", "1e3", "-0", "12345678901234567890.10E+5", "\"\\u0041\\/\""],
            root.Members().Select(member => member.Value.ToString()));
        Assert.Equal("A/", root["s"].GetString());
    }

    [Fact]
    public void A_path_is_followed_through_missing_values_without_an_error()
    {
        JsonValue root = JsonTree.Parse("""{"a":{"b":[1]},"n":null}""").Root;
        Assert.Equal("[1]", root["a"]["b"].ToString());
        Assert.True(root["a"]["x"]["y"].IsMissing);
        Assert.True(root["a"]["b"]["c"].IsMissing);
        Assert.True(root["n"].IsAbsent);
        Assert.False(root["n"].IsMissing);
        Assert.Equal("", root["x"].ToString());
        Assert.Null(root["x"].AsString());
        Assert.Empty(root["n"].Members());
        Assert.Empty(root["n"].Items());
        Assert.Equal(0, root["x"].Count);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("na\\u006de")]
    [InlineData("\\u006e\\u0061\\u006d\\u0065")]
    public void A_name_is_found_however_it_was_escaped(string written)
    {
        JsonValue root = JsonTree.Parse($$"""{"":0,"nam":1,"{{written}}":2,"names":3}""").Root;
        Assert.Equal("2", root["name"].ToString());
        Assert.Equal("2", root["name"u8].ToString());
        Assert.Equal("0", root[""].ToString());
    }

    [Fact]
    public void A_name_of_any_length_is_found()
    {
        string name = new('ä', 10_000);
        Assert.Equal("1", JsonTree.Parse($$"""{"{{name}}":1}""").Root[name].ToString());
    }

    [Theory]
    [InlineData("0", 0L, true)]
    [InlineData("-0", 0L, true)]
    [InlineData("9223372036854775807", long.MaxValue, true)]
    [InlineData("-9223372036854775808", long.MinValue, true)]
    [InlineData("9223372036854775808", 0L, false)]
    [InlineData("1.0", 0L, false)]
    [InlineData("1e3", 0L, false)]
    [InlineData("\"1\"", 0L, false)]
    [InlineData("null", 0L, false)]
    public void Only_an_integer_literal_of_64_bits_is_an_integer(string text, long expected, bool isInteger)
    {
        Assert.Equal(isInteger, JsonTree.Parse(text).Root.TryGetInt64(out long number));
        Assert.Equal(expected, number);
    }

    [Fact]
    public void Ten_thousand_members_are_told_apart_and_found()
    {
        StringBuilder text = new("{");
        for (int i = 0; i < 10_000; i++)
        {
            text.Append(i > 0 ? "," : "").Append('"').Append(i).Append("\":").Append(i);
        }

        JsonValue root = JsonTree.Parse(text + "}").Root;
        Assert.Equal(10_000, root.Count);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (i.ToString(), i.ToString())), root.Members().Select(m => (m.Key, m.Value.ToString())));
        Assert.Equal("9999", root["9999"].ToString());
        Assert.Throws<JsonFormatException>(() => JsonTree.Parse(text + ",\"0\":0}"));
        Assert.Throws<JsonFormatException>(() => JsonTree.Parse(text + ",\"\\u0039999\":0}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1000)]
    public void A_duplicate_is_found_across_every_growth_of_the_table(int apart)
    {
        StringBuilder text = new("{");
        for (int i = 0; i < 5000; i++)
        {
            text.Append(i > 0 ? "," : "").Append("\"k").Append(i % 2 == 0 ? i : i - apart).Append("\":{\"k\":").Append(i).Append('}');
        }

        text.Append('}');
        JsonTree tree = JsonTree.Parse(text.ToString(), JsonPolicy.Server);
        using System.Text.Json.JsonDocument model = System.Text.Json.JsonDocument.Parse(text.ToString());
        Dictionary<string, string> last = [];
        foreach (System.Text.Json.JsonProperty member in model.RootElement.EnumerateObject())
        {
            last[member.Name] = member.Value.GetRawText();
        }

        Assert.Equal(last, tree.Root.Members().ToDictionary(member => member.Key, member => member.Value.ToString()));
        Assert.Equal(5000 - last.Count, tree.Duplicates.Count());
    }

    [Theory]
    [InlineData("1 2", 1, "1")]
    [InlineData(" {\"a\":[1]}\n{}", 10, "{\"a\":[1]}")]
    [InlineData("\"a\"rest", 3, "\"a\"")]
    [InlineData("[]", 2, "[]")]
    public void The_first_value_of_a_longer_text_is_read_alone(string text, int consumed, string value)
    {
        JsonTree tree = JsonTree.ParseFirst(Encoding.UTF8.GetBytes(text));
        Assert.Equal(consumed, tree.Consumed);
        Assert.Equal(value, tree.Root.ToString());
    }

    [Fact]
    public void A_tree_reads_a_part_of_an_array_of_bytes()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("xx{\"a\":1}yy");
        JsonValue root = JsonTree.Parse(bytes.AsMemory(2, 7)).Root;
        Assert.Equal("1", root["a"].ToString());
        Assert.Equal(0, root.Offset);
        Assert.Equal(5, root["a"].Offset);
    }

    [Fact]
    public void Values_of_a_disposed_tree_say_so()
    {
        JsonTree tree = JsonTree.Parse("[1]");
        JsonValue root = tree.Root;
        tree.Dispose();
        tree.Dispose();
        Assert.Throws<ObjectDisposedException>(() => root.Kind);
    }

    [Fact]
    public void Only_a_string_has_text()
    {
        JsonValue root = JsonTree.Parse("[1]").Root;
        Assert.Equal("a Array has no text", Assert.Throws<InvalidOperationException>(root.GetString).Message);
        Assert.Throws<InvalidOperationException>(default(JsonValue).GetString);
        Assert.False(root.TextEquals("[1]"u8));
    }

    [Fact]
    public void An_excerpt_does_not_cut_a_character_in_half()
    {
        byte[] text = Encoding.UTF8.GetBytes(new string('x', 63) + "äää");
        Assert.Equal(new string('x', 63) + "…", JsonText.Shorten(text));
        Assert.Equal("äöü", JsonText.Shorten("äöü"u8));
    }
}
