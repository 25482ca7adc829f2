using System.Text;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class JsonEqualityTests
{
    [Theory]
    [InlineData("null", "null", true)]
    [InlineData("null", "false", false)]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("1", "1.0", true)]
    [InlineData("[1,2]", "[ 1.0, 2e0 ]", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1]", false)]
    [InlineData("[]", "{}", false)]
    [InlineData("\"a/b\"", "\"\\u0061\\/b\"", true)]
    [InlineData("\"\\u00e9\"", "\"\u00e9\"", true)]
    [InlineData("\"\\u00e9\"", "\"\\u00E9\"", true)]
    [InlineData("\"\u00e9\"", "\"e\u0301\"", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":1,\"a\":2}", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":1,\"c\":2}", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":null}", false)]
    [InlineData("{\"a\":[{\"b\":{}}]}", "{\"\\u0061\":[{\"b\":{}}]}", true)]
    [InlineData("{\"a\":[{\"b\":{}}]}", "{\"a\":[{\"b\":[]}]}", false)]
    [InlineData("{\"a\":{\"x\":[1]},\"b\":0}", "{\"b\":0,\"a\":{\"x\":[2]}}", false)]
    public void Values_are_equal_as_RFC_6902_says(string left, string right, bool expected)
    {
        JsonValue a = JsonTree.Parse(left).Root;
        JsonValue b = JsonTree.Parse(right).Root;
        Assert.Equal(expected, JsonEquality.AreEqual(a, b));
        Assert.Equal(expected, JsonEquality.AreEqual(b, a));
        Assert.Equal(expected, JsonEquality.AreEqual(new JsonDraft(a), b));
        Assert.Equal(expected, JsonEquality.AreEqual(TakenApart(a), b));
        Assert.Equal(expected, JsonEquality.AreEqual(TakenApart(b), a));
    }

    [Fact]
    public void Shadowed_members_do_not_count()
    {
        JsonValue twice = JsonTree.Parse("""{"a":1,"a":2}""", JsonPolicy.Server).Root;
        Assert.True(JsonEquality.AreEqual(twice, JsonTree.Parse("""{"a":2}""").Root));
        Assert.False(JsonEquality.AreEqual(twice, JsonTree.Parse("""{"a":1}""").Root));
    }

    [Fact]
    public void A_missing_value_equals_only_itself()
    {
        Assert.True(JsonEquality.AreEqual(default(JsonValue), default(JsonValue)));
        Assert.False(JsonEquality.AreEqual(default(JsonValue), JsonTree.Parse("null").Root));
    }

    [Fact]
    public void Many_members_in_another_order_are_compared()
    {
        string[] members = [.. Enumerable.Range(0, 5000).Select(i => $"\"k{i}\":{i}")];
        JsonValue left = JsonTree.Parse(new StringBuilder("{").AppendJoin(',', members).Append('}').ToString()).Root;
        JsonValue right = JsonTree.Parse(new StringBuilder("{").AppendJoin(',', members.Reverse()).Append('}').ToString()).Root;
        Assert.True(JsonEquality.AreEqual(left, right));
        Assert.True(JsonEquality.AreEqual(TakenApart(left), right));
    }

    /// <summary>A draft that equals the value, with every container taken apart and every name a string.</summary>
    private static JsonDraft TakenApart(JsonValue value)
    {
        JsonDraft draft = new(value);
        if (value.Kind == JsonKind.Object)
        {
            draft = JsonDraft.EmptyObject();
            foreach ((string name, JsonValue child) in value.Members())
            {
                draft.Set(name, TakenApart(child));
            }
        }
        else if (value.Kind == JsonKind.Array)
        {
            for (int i = 0; i < draft.Count; i++)
            {
                draft.SetItem(i, TakenApart(value.Items().ElementAt(i)));
            }
        }

        return draft;
    }
}
