using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Patches;

public class JsonPointerTests
{
    private const string Example =
        """{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,"~1":9,"n":null}""";

    // RFC 6901 section 5, and after the empty line cases of our own.
    [Theory]
    [InlineData("/foo", "[\"bar\",\"baz\"]")]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]

    [InlineData("/~01", "9")]
    [InlineData("/n", "null")]
    [InlineData("/foo/1", "\"baz\"")]
    [InlineData("/foo/2", "")]
    [InlineData("/foo/-", "")]
    [InlineData("/foo/00", "")]
    [InlineData("/foo/01", "")]
    [InlineData("/foo/+1", "")]
    [InlineData("/foo/1e0", "")]
    [InlineData("/foo/\u0661", "")]
    [InlineData("/foo/4294967296", "")]
    [InlineData("/foo/99999999999999999999", "")]
    [InlineData("/foo/", "")]
    [InlineData("/foo/0/x", "")]
    [InlineData("/bar", "")]
    [InlineData("/n/x", "")]
    public void A_pointer_finds_its_value_and_comes_back_as_text(string text, string value)
    {
        JsonPointer pointer = JsonPointer.Parse(text);
        Assert.Equal(value, pointer.Find(JsonTree.Parse(Example).Root).ToString());
        Assert.Equal(text, pointer.ToString());
    }

    [Fact]
    public void The_empty_pointer_is_the_whole_document()
    {
        Assert.Equal(JsonPointer.Root, JsonPointer.Parse(""));
        Assert.Equal(Example, JsonPointer.Root.Find(JsonTree.Parse(Example).Root).ToString());
        Assert.Empty(JsonPointer.Root.Tokens);
        Assert.Null(JsonPointer.Root.Parent);
        Assert.Equal("", JsonPointer.Root.ToString());
    }

    [Theory]
    [InlineData("a", "pointer \"a\" must start with \"/\", or be empty for the whole document")]
    [InlineData("#/a", "pointer \"#/a\" must start with \"/\", or be empty for the whole document")]
    [InlineData("/a~", "pointer \"/a~\" has a \"~\" that starts no escape; write \"~0\" for \"~\" and \"~1\" for \"/\"")]
    [InlineData("/~2/b", "pointer \"/~2/b\" has a \"~\" that starts no escape; write \"~0\" for \"~\" and \"~1\" for \"/\"")]
    [InlineData("/~0~/b", "pointer \"/~0~/b\" has a \"~\" that starts no escape; write \"~0\" for \"~\" and \"~1\" for \"/\"")]
    [InlineData("/~~1", "pointer \"/~~1\" has a \"~\" that starts no escape; write \"~0\" for \"~\" and \"~1\" for \"/\"")]
    public void A_text_that_is_no_pointer_is_refused_with_the_remedy(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonPointer.Parse(text)).Message);

    [Fact]
    public void A_pointer_grows_by_tokens_that_it_escapes()
    {
        JsonPointer pointer = JsonPointer.Root.Append("metadata").Append("annotations").Append("a.io/~x~1").Append(0).Append("");
        Assert.Equal("/metadata/annotations/a.io~1~0x~01/0/", pointer.ToString());
        Assert.Equal(["metadata", "annotations", "a.io/~x~1", "0", ""], pointer.Tokens);
        Assert.Equal(5, pointer.Depth);
        Assert.Equal("", pointer.Token);
        Assert.Equal(pointer, JsonPointer.Parse(pointer.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => pointer.Append(-1));
    }

    [Fact]
    public void Pointers_are_equal_by_value()
    {
        JsonPointer built = JsonPointer.Root.Append("a").Append(1);
        JsonPointer read = JsonPointer.Parse("/a/1");
        Assert.True(built.Equals(read));
        Assert.Equal(built.GetHashCode(), read.GetHashCode());
        Assert.NotEqual(read, JsonPointer.Parse("/b/1"));
        Assert.NotEqual(read, JsonPointer.Parse("/a/1/"));
        Assert.NotEqual(read, JsonPointer.Parse("/a"));
        Assert.False(read.Equals(null));
        Assert.False(read.Equals((object)"/a/1"));
    }

    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("/a", "/a/b/c", true)]
    [InlineData("/a", "/a", false)]
    [InlineData("/a", "/ab", false)]
    [InlineData("/a/b", "/a", false)]
    [InlineData("/a/b", "/a/c/d", false)]
    public void A_pointer_is_above_the_places_inside_of_its_own(string outer, string inner, bool expected) =>
        Assert.Equal(expected, JsonPointer.Parse(outer).IsAbove(JsonPointer.Parse(inner)));

    [Fact]
    public void Appending_costs_one_small_object()
    {
        JsonPointer parent = JsonPointer.Parse("/spec/containers");
        parent.Append("x").Append(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        JsonPointer pointer = parent.Append(7).Append("env");
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= 2 * 48, $"{allocated} bytes for {pointer}");
    }

    [Fact]
    public void A_hundred_thousand_tokens_are_read_compared_and_written()
    {
        string text = string.Concat(Enumerable.Repeat("/a", 100_000));
        JsonPointer pointer = JsonPointer.Parse(text);
        Assert.Equal(100_000, pointer.Tokens.Count);
        Assert.Equal(text, pointer.ToString());
        Assert.Equal(pointer, JsonPointer.Parse(text));
        Assert.Equal(pointer.GetHashCode(), JsonPointer.Parse(text).GetHashCode());
        Assert.True(JsonPointer.Root.Append("a").IsAbove(pointer));
        Assert.True(pointer.Find(JsonTree.Parse("{\"a\":{}}").Root).IsMissing);
    }
}
