using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Patches;

public class PatchReadingTests
{
    [Fact]
    public void A_patch_is_written_as_op_path_from_and_value()
    {
        JsonValue value = JsonTree.Parse("""{ "n" : 1.50 }""").Root;
        JsonPointer path = JsonPointer.Root.Append("a/b").Append(0);
        JsonPointer from = JsonPointer.Parse("/x~0y");
        JsonPatch patch = new(
            PatchOperation.Add(path, value),
            PatchOperation.Remove(path),
            PatchOperation.Replace(JsonPointer.Root, value),
            PatchOperation.Move(from, path),
            PatchOperation.Copy(from, path),
            PatchOperation.Test(path, JsonTree.Parse("null").Root));
        string[] written =
        [
            """{"op":"add","path":"/a~1b/0","value":{ "n" : 1.50 }}""",
            """{"op":"remove","path":"/a~1b/0"}""",
            """{"op":"replace","path":"","value":{ "n" : 1.50 }}""",
            """{"op":"move","path":"/a~1b/0","from":"/x~0y"}""",
            """{"op":"copy","path":"/a~1b/0","from":"/x~0y"}""",
            """{"op":"test","path":"/a~1b/0","value":null}""",
        ];
        Assert.Equal(written, patch.Operations.Select(operation => operation.ToString()));
        Assert.Equal($"[{string.Join(',', written)}]", patch.ToString());
        Assert.Equal(patch.ToString(), JsonPatch.Parse(patch.ToString()).ToString());
    }

    [Fact]
    public void A_patch_without_operations_is_empty()
    {
        Assert.Equal("[]", JsonPatch.Empty.ToString());
        Assert.True(JsonPatch.Parse("[]").IsEmpty);
        Assert.False(JsonPatch.Parse("""[{"op":"remove","path":"/a"}]""").IsEmpty);
    }

    [Fact]
    public void Members_that_the_RFC_does_not_name_are_ignored()
    {
        JsonPatch patch = JsonPatch.Parse("""[{"value":1,"xyz":[123],"from":7,"path":"/a","op":"add"},{"op":"remove","path":"/a","value":2}]""");
        Assert.Equal("""[{"op":"add","path":"/a","value":1},{"op":"remove","path":"/a"}]""", patch.ToString());
    }

    [Theory]
    [InlineData("{}", "a patch must be an array of operations, not an object")]
    [InlineData("null", "a patch must be an array of operations, not null")]
    [InlineData("[1]", "operation 0: an operation must be an object, not a number")]
    [InlineData("[{}]", "operation 0: \"op\" is missing")]
    [InlineData("[{\"op\":1}]", "operation 0: \"op\" must be a string, not a number")]
    [InlineData("[{\"op\":\"Add\",\"path\":\"\",\"value\":1}]", "operation 0: \"op\" must be add, remove, replace, move, copy or test, not \"Add\"")]
    [InlineData("[{\"op\":\"add\"}]", "operation 0: \"path\" is missing")]
    [InlineData("[{\"op\":\"add\",\"path\":null}]", "operation 0: \"path\" must be a string, not null")]
    [InlineData("[{\"op\":\"add\",\"path\":\"\"}]", "operation 0: add needs a \"value\"; null is one")]
    [InlineData("[{\"op\":\"replace\",\"path\":\"\"}]", "operation 0: replace needs a \"value\"; null is one")]
    [InlineData("[{\"op\":\"test\",\"path\":\"\"}]", "operation 0: test needs a \"value\"; null is one")]
    [InlineData("[{\"op\":\"move\",\"path\":\"\"}]", "operation 0: \"from\" is missing")]
    [InlineData("[{\"op\":\"copy\",\"path\":\"\",\"from\":[]}]", "operation 0: \"from\" must be a string, not an array")]
    [InlineData(
        "[{\"op\":\"remove\",\"path\":\"/a\"},{\"op\":\"copy\",\"path\":\"/a\",\"from\":\"b\"}]",
        "operation 1: \"from\": pointer \"b\" must start with \"/\", or be empty for the whole document")]
    public void What_is_no_patch_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<JsonPatchException>(() => JsonPatch.Parse(text)).Message);

    [Theory]
    [InlineData("[{\"op\":\"remove\",\"path\":\"/a\",\"path\":\"/b\"}]")]
    [InlineData("[{\"op\":\"remove\",\"path\":\"/a\",\"\\u006fp\":\"add\"}]")]
    [InlineData("[{\"op\":\"remove\",\"path\":\"/a\"},]")]
    [InlineData("")]
    public void What_is_no_strict_JSON_is_refused(string text) => Assert.Throws<JsonFormatException>(() => JsonPatch.Parse(text));

    [Fact]
    public void An_operation_needs_its_value_and_its_pointers()
    {
        Assert.Throws<ArgumentException>(() => PatchOperation.Add(JsonPointer.Root, default));
        Assert.Throws<ArgumentNullException>(() => PatchOperation.Remove(null!));
        Assert.Throws<ArgumentNullException>(() => PatchOperation.Move(null!, JsonPointer.Root));
    }
}
