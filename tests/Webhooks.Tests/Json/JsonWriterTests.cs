using System.Text;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class JsonWriterTests
{
    [Fact]
    public void Commas_and_colons_come_by_themselves()
    {
        Assert.Equal(
            """{"a":[],"b":[1,-2,{"c":null},[true,false]],"é":"x","r":1e3}""",
            Write(writer =>
            {
                writer.StartObject();
                writer.WriteName("a");
                writer.StartArray();
                writer.EndArray();
                writer.WriteName("b"u8);
                writer.StartArray();
                writer.WriteNumber(1);
                writer.WriteNumber(-2);
                writer.StartObject();
                writer.WriteName("c");
                writer.WriteNull();
                writer.EndObject();
                writer.StartArray();
                writer.WriteBool(true);
                writer.WriteBool(false);
                writer.EndArray();
                writer.EndArray();
                writer.WriteName("é");
                writer.WriteString("x");
                writer.WriteName("r");
                writer.WriteRaw("1e3"u8);
                writer.EndObject();
            }));
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\n\r\t\b\f", "\"\\n\\r\\t\\b\\f\"")]
    [InlineData("\0\u001f\u007f", "\"\\u0000\\u001f\u007f\"")]
    [InlineData("<&>+'\u2028\u00e9\U0001F600", "\"<&>+'\u2028\u00e9\U0001F600\"")]
    public void Only_what_must_be_escaped_is(string text, string written)
    {
        Assert.Equal(written, Write(writer => writer.WriteString(text)));
        Assert.Equal(written, JsonText.Quote(text));
        Assert.Equal(text, JsonTree.Parse(written).Root.GetString());
    }

    [Fact]
    public void Broken_UTF16_is_written_as_the_replacement_character() =>
        Assert.Equal("\"a\uFFFDb\"", Write(writer => writer.WriteString("a" + (char)0xD800 + "b")));

    [Theory]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(0, "0")]
    public void Whole_numbers_are_written_whole(long number, string written) =>
        Assert.Equal(written, Write(writer => writer.WriteNumber(number)));

    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(100_000)]
    public void A_string_of_any_length_comes_back(int length)
    {
        string text = string.Concat(Enumerable.Repeat("é\n", length / 2));
        Assert.Equal(text, JsonTree.Parse(Write(writer => writer.WriteString(text))).Root.GetString());
    }

    [Fact]
    public void A_missing_value_has_no_text() =>
        Assert.Throws<ArgumentException>(() => Write(writer => writer.WriteValue(default)));

    private static string Write(Action<JsonWriter> write)
    {
        using PooledBuffer buffer = new(16);
        write(new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
