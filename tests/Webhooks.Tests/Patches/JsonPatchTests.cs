using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Patches;

public class JsonPatchTests
{
    [Theory]
    [InlineData("{\"a\":1}", "add", "/b", "2", "{\"a\":1,\"b\":2}")]
    [InlineData("{\"a\":1,\"b\":2}", "add", "/a", "[]", "{\"a\":[],\"b\":2}")]
    [InlineData("{\"a\":1}", "add", "/", "2", "{\"a\":1,\"\":2}")]
    [InlineData("{\"0\":1}", "add", "/01", "2", "{\"0\":1,\"01\":2}")]
    [InlineData("{\"a\":1}", "add", "/-", "2", "{\"a\":1,\"-\":2}")]
    [InlineData("[1,2]", "add", "/0", "0", "[0,1,2]")]
    [InlineData("[1,2]", "add", "/2", "3", "[1,2,3]")]
    [InlineData("[1,2]", "add", "/-", "3", "[1,2,3]")]
    [InlineData("[]", "add", "/0", "1", "[1]")]
    [InlineData("1", "add", "", "[]", "[]")]
    [InlineData("{\"a\":null}", "replace", "/a", "1", "{\"a\":1}")]
    [InlineData("{\"a\":1}", "replace", "", "null", "null")]
    [InlineData("[1,2]", "replace", "/1", "3", "[1,3]")]
    [InlineData("{\"a\":1,\"b\":2}", "remove", "/a", "", "{\"b\":2}")]
    [InlineData("[1,2]", "remove", "/0", "", "[2]")]
    [InlineData("{\"a/b\":{\"~\":1}}", "remove", "/a~1b/~0", "", "{\"a/b\":{}}")]
    [InlineData("{\"a\":[1.0,{\"b\":2}]}", "test", "/a", "[1,{\"b\":20e-1}]", "{\"a\":[1.0,{\"b\":2}]}")]
    public void An_operation_does_what_the_RFC_says(string document, string op, string path, string value, string result)
    {
        string operation = value.Length == 0 ? "" : $",\"value\":{value}";
        Assert.Equal(result, Apply(document, $"[{{\"op\":\"{op}\",\"path\":\"{path}\"{operation}}}]"));
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":2}", "move", "/a", "/b", "{\"b\":1}")]
    [InlineData("{\"a\":1,\"b\":2}", "move", "/a", "/a", "{\"b\":2,\"a\":1}")]
    [InlineData("[1,2,3]", "move", "/0", "/2", "[2,3,1]")]
    [InlineData("[1,2,3]", "move", "/2", "/0", "[3,1,2]")]
    [InlineData("[1,2,3]", "move", "/0", "/-", "[2,3,1]")]
    [InlineData("{\"a\":{\"b\":1}}", "move", "/a/b", "/a", "{\"a\":1}")]
    [InlineData("{\"a\":{\"b\":1}}", "move", "/a", "", "{\"b\":1}")]
    [InlineData("{\"a\":1}", "move", "", "", "{\"a\":1}")]
    [InlineData("{\"a\":1}", "copy", "", "/b", "{\"a\":1,\"b\":{\"a\":1}}")]
    [InlineData("{\"a\":{\"b\":1}}", "copy", "/a", "/a/c", "{\"a\":{\"b\":1,\"c\":{\"b\":1}}}")]
    [InlineData("[[1],2]", "copy", "/0", "/0/0", "[[[1],1],2]")]
    [InlineData("[1]", "copy", "/0", "/-", "[1,1]")]
    public void A_value_is_taken_from_elsewhere(string document, string op, string from, string path, string result) =>
        Assert.Equal(result, Apply(document, $$"""[{"op":"{{op}}","from":"{{from}}","path":"{{path}}"}]"""));

    [Fact]
    public void A_copy_does_not_follow_later_changes_of_its_origin()
    {
        Assert.Equal(
            """{"a":{"x":1,"y":2,"z":3},"b":{"x":1,"y":2}}""",
            Apply(
                """{"a":{"x":1}}""",
                """[{"op":"add","path":"/a/y","value":2},{"op":"copy","from":"/a","path":"/b"},{"op":"add","path":"/a/z","value":3}]"""));
    }

    [Fact]
    public void A_value_that_is_used_twice_is_changed_once()
    {
        JsonPatch patch = new(
            PatchOperation.Add(JsonPointer.Parse("/a"), JsonTree.Parse("{}").Root),
            PatchOperation.Add(JsonPointer.Parse("/a/b"), JsonTree.Parse("1").Root));
        JsonValue document = JsonTree.Parse("{}").Root;
        Assert.Equal("""{"a":{"b":1}}""", patch.Apply(document).Freeze().ToString());
        Assert.Equal("""{"a":{"b":1}}""", patch.Apply(document).Freeze().ToString());
    }

    [Fact]
    public void A_removed_document_may_be_added_anew()
    {
        Assert.Equal("1", Apply("{}", """[{"op":"remove","path":""},{"op":"add","path":"","value":1}]"""));
    }

    [Fact]
    public void What_no_operation_touches_keeps_its_bytes()
    {
        Assert.Equal(
            """{"a":1.50,"b":[ 1e3 ],"c":{}}""",
            Apply("""{ "a": 1.50, "b" : [ 1e3 ] }""", """[{"op":"add","path":"/c","value":{}},{"op":"test","path":"/b/0","value":1000}]"""));
    }

    [Fact]
    public void Testing_takes_nothing_apart()
    {
        const string Document = """{ "a": [ {"b": 1} ] }""";
        JsonPatch patch = JsonPatch.Parse("""[{"op":"test","path":"/a/0/b","value":1.0},{"op":"test","path":"","value":{"a":[{"b":1}]}}]""");
        Assert.Equal(Document, patch.Apply(JsonTree.Parse(Document).Root).Freeze().ToString());
    }

    internal static string Apply(string document, string patch) =>
        JsonPatch.Parse(patch).Apply(JsonTree.Parse(document).Root).Freeze().ToString();
}
