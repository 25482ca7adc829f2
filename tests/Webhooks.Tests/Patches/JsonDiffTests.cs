using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Tests.Json;
using Xunit;
using JsonValue = Webhooks.Resources.Json.JsonValue;

namespace Webhooks.Tests.Patches;

public class JsonDiffTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 300 };

    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}", "[]")]
    [InlineData("{\"a\": 1 }", "{\"a\":1}", "[]")] // white space is no difference
    [InlineData("[ {\"a\": [1] }]", "[{\"a\":[1]}]", "[]")]
    [InlineData("{\"a\":1}", "{\"a\":1.0}", "[{\"op\":\"replace\",\"path\":\"/a\",\"value\":1.0}]")] // literals count
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2}", "[{\"op\":\"remove\",\"path\":\"/a\"}]")]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b/c\":2}", "[{\"op\":\"add\",\"path\":\"/b~1c\",\"value\":2}]")]
    [InlineData("{\"b\":2}", "{\"a\":1,\"b\":2}", "[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"a\":1,\"b\":2}}]")] // order counts
    [InlineData("{\"x\":{\"a\":1,\"b\":2}}", "{\"x\":{\"b\":2,\"a\":1}}", "[{\"op\":\"replace\",\"path\":\"/x\",\"value\":{\"b\":2,\"a\":1}}]")]
    [InlineData("{\"\\u0061\":1}", "{\"a\":1}", "[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"a\":1}}]")] // as spelled
    [InlineData("[1,2,3]", "[1,3]", "[{\"op\":\"remove\",\"path\":\"/1\"}]")]
    [InlineData("[1,3]", "[1,2,3]", "[{\"op\":\"add\",\"path\":\"/1\",\"value\":2}]")]
    [InlineData("[1]", "[1,2,3]", "[{\"op\":\"add\",\"path\":\"/-\",\"value\":2},{\"op\":\"add\",\"path\":\"/-\",\"value\":3}]")]
    [InlineData("[1,2,3,4]", "[4,1]", "[{\"op\":\"remove\",\"path\":\"/2\"},{\"op\":\"remove\",\"path\":\"/1\"},{\"op\":\"remove\",\"path\":\"/0\"},{\"op\":\"add\",\"path\":\"/-\",\"value\":1}]")]
    [InlineData("[1,2,3]", "[1,5,3]", "[{\"op\":\"replace\",\"path\":\"/1\",\"value\":5}]")]
    [InlineData("[]", "{}", "[{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]")]
    public void The_patch_says_what_differs(string before, string after, string patch) => Assert.Equal(patch, Between(before, after).ToString());

    [Fact]
    public void Of_an_item_with_the_same_key_only_what_differs_is_changed() => Assert.Equal(
        "[{\"op\":\"remove\",\"path\":\"/0\"},{\"op\":\"replace\",\"path\":\"/0/image\",\"value\":\"v2\"},{\"op\":\"add\",\"path\":\"/-\",\"value\":{\"name\":\"c\"}}]",
        Between(
            """[{"name":"a"},{"name":"b","image":"v1"}]""",
            """[{"name":"b","image":"v2"},{"name":"c"}]""",
            "name").ToString());

    [Fact]
    public void Items_that_agree_in_no_key_at_all_are_others() => Assert.Equal(
        "[{\"op\":\"replace\",\"path\":\"/0\",\"value\":{\"y\":1}}]", Between("""[{"x":1}]""", """[{"y":1}]""", "name").ToString());

    [Fact]
    public void It_can_stand_inside_a_document() => Assert.Equal(
        "/spec/template/a", Assert.Single(new JsonDiff().Between(Value("{\"a\":1}"), Value("{\"a\":2}"), JsonPointer.Parse("/spec/template")).Operations).Path.ToString());

    [Fact]
    public void Long_lists_without_anything_in_common_are_replaced() => Assert.Equal(
        PatchKind.Replace, Assert.Single(Between(Numbers(0, 600), Numbers(1000, 600)).Operations).Kind);

    [Fact]
    public void Long_lists_that_differ_in_little_are_not() => Assert.Equal(
        "[{\"op\":\"replace\",\"path\":\"/9999\",\"value\":7}]",
        Between(Numbers(0, 20_000), Numbers(0, 20_000).Replace(",9999,", ",7,", StringComparison.Ordinal)).ToString());

    [Fact]
    public void What_is_too_deep_is_replaced()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 300)) + "#" + new string('}', 300);
        JsonValue before = JsonTree.Parse(deep.Replace("#", "1", StringComparison.Ordinal), JsonPolicy.Server).Root;
        JsonValue after = JsonTree.Parse(deep.Replace("#", "2", StringComparison.Ordinal), JsonPolicy.Server).Root;
        JsonPatch patch = new JsonDiff().Between(before, after);
        PatchLimits limits = new() { MaxDepth = 1000 };
        Assert.Equal(after.ToString(), patch.Apply(before, limits).Freeze(JsonPolicy.Server).ToString());
        Assert.InRange(Assert.Single(patch.Operations).Path.Depth, 200, 256);
    }

    [Fact]
    public void Applied_it_gives_the_other_tree_to_the_letter_and_needs_every_operation()
    {
        int small = 0;
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).Select(Draw)), pair =>
        {
            JsonValue before = Value(pair.Before);
            JsonPatch patch = Between(pair.Before, pair.After, "name", "port");
            small += patch.Operations.Count > 0 && patch.Operations[0].Path.Depth > 0 ? 1 : 0;
            return Applied(patch, before) == Compact(pair.After)
                && Enumerable.Range(0, patch.Operations.Count).All(i => IsNeeded(patch, i, before));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(6902, 1));
        Assert.True(small > 1000, $"only {small} patches go below the root: they prove little");
    }

    private static bool IsNeeded(JsonPatch patch, int index, JsonValue before)
    {
        try
        {
            return Applied(new JsonPatch(patch.Operations.Where((_, i) => i != index)), before) != Applied(patch, before);
        }
        catch (JsonPatchException)
        {
            return true;
        }
    }

    /// <summary>Two documents, the second made of the first by a few changes, or another one altogether.</summary>
    private static (string Before, string After) Draw(int seed)
    {
        RandomJson random = new(seed);
        if (seed % 4 == 0)
        {
            return (random.Document(), random.Document());
        }

        JsonNode root = JsonNode.Parse($"[{Tree(random, 3)}]")!;
        string before = root.ToJsonString(Plain);
        for (int count = 1 + random.Next(4); count > 0; count--)
        {
            Change(root, random);
        }

        return (before, root.ToJsonString(Plain));
    }

    private static void Change(JsonNode root, RandomJson random)
    {
        JsonNode here = root;
        while (random.Next(3) > 0 && Children(here) is { Count: > 0 } children && random.Pick(children) is { } child and not System.Text.Json.Nodes.JsonValue)
        {
            here = child;
        }

        JsonNode? value = JsonNode.Parse(Tree(random, 1));
        if (here is JsonArray { Count: > 0 } items)
        {
            int at = random.Next(items.Count);
            switch (random.Next(3))
            {
                case 0:
                    items.RemoveAt(at);
                    break;
                case 1:
                    items.Insert(at, value);
                    break;
                default:
                    items[at] = value;
                    break;
            }
        }
        else if (here is JsonObject members && random.Pick(["a", "b", "name", "port", "c"]) is { } name && (random.Next(3) > 0 || !members.Remove(name)))
        {
            members[name] = value;
        }
    }

    private static List<JsonNode?> Children(JsonNode node) =>
        node is JsonArray items ? [.. items] : node is JsonObject members ? [.. members.Select(member => member.Value)] : [];

    private static string Tree(RandomJson random, int depth) => (depth == 0 ? 3 : random.Next(5)) switch
    {
        0 or 1 => $"[{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => Tree(random, depth - 1)))}]",
        2 or 4 => $"{{{string.Join(',', new[] { "name", "port", "a", "b" }.Where(_ => random.Next(2) == 0).ToArray().Select(name => $"\"{name}\":{Tree(random, depth - 1)}"))}}}",
        _ => random.Pick(["1", "2", "\"x\"", "\"y\"", "null", "1.0"]),
    };

    private static string Applied(JsonPatch patch, JsonValue before) => Compact(patch.Apply(before).Freeze().ToString());

    /// <summary>Without white space, literals and order as they are.</summary>
    private static string Compact(string json)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(Value(json));
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonPatch Between(string before, string after, params string[] keys) => new JsonDiff(keys).Between(Value(before), Value(after));

    private static JsonValue Value(string json) => JsonTree.Parse(json).Root;

    private static string Numbers(int first, int count) => $"[{string.Join(',', Enumerable.Range(first, count))}]";
}
