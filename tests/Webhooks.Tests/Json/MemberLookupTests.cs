using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class MemberLookupTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(2000)]
    public void Every_member_is_found_and_no_other(int count)
    {
        JsonValue container = JsonTree.Parse($"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"k{i}\":{i}"))}}}").Root;
        MemberLookup members = new(container);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal($"{i}", members[$"k{i}"].ToString()));
        Assert.True(members[$"k{count}"].IsMissing);
    }

    [Fact]
    public void Names_with_escapes_are_found_by_their_text()
    {
        string others = string.Concat(Enumerable.Range(0, 20).Select(i => $",\"k{i}\":0"));
        Assert.Equal("1", new MemberLookup(JsonTree.Parse($"{{\"\\u0061\\/b\":1{others}}}").Root)["a/b"].ToString());
    }

    [Fact]
    public void Of_duplicates_the_last_is_found()
    {
        string others = string.Concat(Enumerable.Range(0, 20).Select(i => $",\"k{i}\":0"));
        Assert.Equal("2", new MemberLookup(JsonTree.Parse($"{{\"a\":1{others},\"a\":2}}", JsonPolicy.Server).Root)["a"].ToString());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    public void Anything_but_an_object_has_no_members(string json) => Assert.True(new MemberLookup(JsonTree.Parse(json).Root)["a"].IsMissing);

    [Fact]
    public void A_missing_value_has_none() => Assert.True(new MemberLookup(default)["a"].IsMissing);
}
