using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class NameTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(2000)]
    public void Every_name_is_found_and_no_other(int count)
    {
        NameTable<string> table = new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"name-{i}", $"{i}")));
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal($"{i}", table.Find($"name-{i}")));
        Assert.Null(table.Find($"name-{count}"));
        Assert.Null(table.Find("Name-0"));
        Assert.Null(table.Find(""));
    }

    [Theory]
    [InlineData("\"größe\"")]
    [InlineData("\"gr\\u00f6\\u00dfe\"")]
    [InlineData("\"\\u0067rö\\u00DFe\"")]
    public void Names_in_a_document_are_found_by_their_text(string json) =>
        Assert.Equal("size", new NameTable<string>([new("größe", "size"), new("", "none")]).Find(JsonTree.Parse(json).Root));

    [Fact]
    public void The_empty_name_is_one() => Assert.Equal("none", new NameTable<string>([new("", "none")]).Find(JsonTree.Parse("\"\"").Root));
}
