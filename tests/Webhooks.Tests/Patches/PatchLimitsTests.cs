using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Patches;

public class PatchLimitsTests
{
    private static readonly PatchOperation Doubling = PatchOperation.Copy(JsonPointer.Root, JsonPointer.Parse("/-"));

    [Fact]
    public void Copies_that_double_the_document_end_at_the_limit()
    {
        JsonPatch patch = new(Enumerable.Repeat(Doubling, 100));
        JsonPatchException problem = Assert.Throws<JsonPatchException>(
            () => patch.Apply(JsonTree.Parse("[1]").Root, PatchLimits.Default with { MaxCopiedBytes = 100_000 }));
        Assert.Equal(14, problem.Index);
        Assert.Equal("the copies come to 131053 bytes; a patch may copy 100000", problem.Problem);
    }

    [Fact]
    public void Bytes_are_counted_of_untouched_and_of_changed_values()
    {
        JsonValue document = JsonTree.Parse("""{"a":"12345678"}""").Root;
        JsonPatch patch = JsonPatch.Parse(
            """[{"op":"copy","from":"/a","path":"/b"},{"op":"copy","from":"","path":"/c"}]""");
        // 10 bytes, and then the 31 of {"a":"12345678","b":"12345678"}.
        Assert.Equal(3, patch.Apply(document, PatchLimits.Default with { MaxCopiedBytes = 41 }).Count);
        JsonPatchException problem = Assert.Throws<JsonPatchException>(
            () => patch.Apply(document, PatchLimits.Default with { MaxCopiedBytes = 40 }));
        Assert.Equal("the copies come to 41 bytes; a patch may copy 40", problem.Problem);
        Assert.Equal(1, problem.Index);
    }

    [Fact]
    public void The_defaults_are_64_MiB_and_256_levels()
    {
        Assert.Equal(64 * 1024 * 1024, PatchLimits.Default.MaxCopiedBytes);
        Assert.Equal(256, PatchLimits.Default.MaxDepth);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Depth_that_operations_build_is_bounded(int depth, bool isAllowed)
    {
        JsonPointer path = JsonPointer.Root;
        List<PatchOperation> operations = [];
        for (int i = 1; i < depth; i++)
        {
            path = path.Append(0);
            operations.Add(PatchOperation.Add(path, JsonTree.Parse("[]").Root));
        }

        AssertDepth(new JsonPatch(operations), JsonTree.Parse("[]").Root, isAllowed);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Depth_that_a_copy_builds_is_bounded(int depth, bool isAllowed)
    {
        JsonPointer deepest = JsonPointer.Root;
        for (int i = 1; i < depth; i++)
        {
            deepest = deepest.Append(0);
        }

        JsonValue document = JsonTree.Parse(new string('[', depth) + new string(']', depth)).Root;
        JsonPatch patch = new(PatchOperation.Copy(JsonPointer.Root, deepest.Append("-")));
        AssertDepth(patch, document, isAllowed);
    }

    [Fact]
    public void A_shallow_part_of_a_deep_tree_is_not_deep()
    {
        JsonValue document = JsonTree.Parse("{\"shallow\":[[]],\"deep\":" + new string('[', 255) + new string(']', 255) + "}").Root;
        JsonPatch patch = JsonPatch.Parse(
            """[{"op":"add","path":"/a","value":{"b":{}}},{"op":"copy","from":"/shallow","path":"/a/b/c"},{"op":"remove","path":"/deep"}]""");
        Assert.Equal(2, patch.Apply(document, PatchLimits.Default with { MaxDepth = 5 }).Count);
        Assert.Throws<JsonPatchException>(() => patch.Apply(document, PatchLimits.Default with { MaxDepth = 4 }));
    }

    [Fact]
    public void Ten_thousand_levels_are_walked_tested_and_moved()
    {
        const int Depth = 10_000;
        string text = string.Concat(Enumerable.Repeat("{\"a\":", Depth - 1)) + "{}" + new string('}', Depth - 1);
        JsonPolicy policy = JsonPolicy.Server;
        JsonValue document = JsonTree.Parse(text, policy).Root;
        JsonPointer deep = JsonPointer.Parse(string.Concat(Enumerable.Repeat("/a", Depth - 1)));
        JsonPatch patch = new(
            PatchOperation.Test(JsonPointer.Root, document),
            PatchOperation.Add(deep.Append("x"), JsonTree.Parse("1").Root),
            PatchOperation.Test(deep.Append("x"), JsonTree.Parse("1.0").Root),
            PatchOperation.Copy(deep, deep.Append("y")),
            PatchOperation.Remove(deep.Append("y")),
            PatchOperation.Move(deep.Append("x"), JsonPointer.Parse("/x")),
            PatchOperation.Remove(JsonPointer.Parse("/x")),
            PatchOperation.Test(JsonPointer.Root, document));
        JsonDraft result = patch.Apply(document, PatchLimits.Default with { MaxDepth = Depth });
        Assert.Equal(text, result.Freeze(policy).ToString());
        Assert.Throws<JsonPatchException>(() => patch.Apply(document));
    }

    private static void AssertDepth(JsonPatch patch, JsonValue document, bool isAllowed)
    {
        if (isAllowed)
        {
            patch.Apply(document).Freeze();
            return;
        }

        JsonPatchException problem = Assert.Throws<JsonPatchException>(() => patch.Apply(document));
        Assert.Equal("the result has more than 256 containers inside one another", problem.Message);
    }
}
