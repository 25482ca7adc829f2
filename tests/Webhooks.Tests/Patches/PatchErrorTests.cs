using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Patches;

public class PatchErrorTests
{
    private const string Document = """{"spec":{"n":1,"list":[1,2,3]},"text":"x"}""";

    [Theory]
    [InlineData("replace", "/spec/replicas", "(replace /spec/replicas): there is no member \"replicas\"")]
    [InlineData("remove", "/spec/replicas", "(remove /spec/replicas): there is no member \"replicas\"")]
    [InlineData("test", "/spec/replicas", "(test /spec/replicas): there is no member \"replicas\"")]
    [InlineData("add", "/a/b", "(add /a/b): there is no member \"a\"")]
    [InlineData("add", "/text/b", "(add /text/b): a string has no member \"b\"")]
    [InlineData("replace", "/spec/n/b", "(replace /spec/n/b): a number has no member \"b\"")]
    [InlineData("remove", "/spec/n/b", "(remove /spec/n/b): a number has no member \"b\"")]
    [InlineData("add", "/spec/list/4", "(add /spec/list/4): index 4 is beyond the last item; the array has 3")]
    [InlineData("replace", "/spec/list/3", "(replace /spec/list/3): index 3 is beyond the last item; the array has 3")]
    [InlineData("remove", "/spec/list/3", "(remove /spec/list/3): index 3 is beyond the last item; the array has 3")]
    [InlineData("test", "/spec/list/3", "(test /spec/list/3): index 3 is beyond the last item; the array has 3")]
    [InlineData("add", "/spec/list/99999999999", "(add /spec/list/99999999999): index 99999999999 is beyond the last item; the array has 3")]
    [InlineData("add", "/spec/list/01", "(add /spec/list/01): index 01 must not start with 0")]
    [InlineData("add", "/spec/list/00", "(add /spec/list/00): index 00 must not start with 0")]
    [InlineData("add", "/spec/list/x", "(add /spec/list/x): an array has no member \"x\"; give an index")]
    [InlineData("add", "/spec/list/", "(add /spec/list/): an array has no member \"\"; give an index")]
    [InlineData("add", "/spec/list/-1", "(add /spec/list/-1): an array has no member \"-1\"; give an index")]
    [InlineData("add", "/spec/list/1e0", "(add /spec/list/1e0): an array has no member \"1e0\"; give an index")]
    [InlineData("remove", "/spec/list/-", "(remove /spec/list/-): \"-\" is the place behind the last item, where only add, move and copy can put one")]
    [InlineData("add", "/spec/list/-/x", "(add /spec/list/-/x): \"-\" is the place behind the last item, where only add, move and copy can put one")]
    [InlineData("test", "/spec/n", "(test /spec/n): the value is not 7")]
    [InlineData("test", "", "(test the document): the value is not 7")]
    public void An_operation_that_fails_says_which_where_and_why(string op, string path, string message)
    {
        string patch = $$"""[{"op":"test","path":"/spec/n","value":1},{"op":"{{op}}","path":"{{path}}","value":7}]""";
        JsonPatchException problem = Fails(Document, patch);
        Assert.Equal("operation 1 " + message, problem.Message);
        Assert.Equal(1, problem.Index);
        Assert.Equal(path, problem.Path!.ToString());
        Assert.Equal(op, problem.Operation!.Kind.ToString().ToLowerInvariant());
        Assert.EndsWith("): " + problem.Problem, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("move", "/spec", "/spec/n", "(move /spec to /spec/n): a value cannot be moved into itself")]
    [InlineData("move", "", "/a", "(move the document to /a): a value cannot be moved into itself")]
    [InlineData("move", "/a", "/b", "(move /a to /b): there is no member \"a\"")]
    [InlineData("copy", "/spec/list/-", "/b", "(copy /spec/list/- to /b): \"-\" is the place behind the last item, where only add, move and copy can put one")]
    [InlineData("copy", "/spec", "/a/b", "(copy /spec to /a/b): there is no member \"a\"")]
    [InlineData("move", "/spec/list/0", "/spec/list/3", "(move /spec/list/0 to /spec/list/3): index 3 is beyond the last item; the array has 2")]
    public void A_move_or_copy_that_fails_says_from_where(string op, string from, string path, string message) =>
        Assert.Equal("operation 0 " + message, Fails(Document, $$"""[{"op":"{{op}}","from":"{{from}}","path":"{{path}}"}]""").Message);

    [Fact]
    public void A_patch_must_leave_a_document()
    {
        const string Remove = """{"op":"remove","path":""}""";
        JsonPatchException problem = Fails("{}", $"[{Remove}]");
        Assert.Equal("the patch leaves no document; add one at \"\"", problem.Message);
        Assert.Equal(-1, problem.Index);
        Assert.Null(problem.Path);
        foreach (string next in new[] { Remove, """{"op":"replace","path":"","value":1}""", """{"op":"test","path":"","value":1}""", """{"op":"add","path":"/a","value":1}""" })
        {
            Assert.Equal(
                "an earlier operation removed the document; add one at \"\" first",
                Fails("{}", $"[{Remove},{next}]").Problem);
        }
    }

    [Fact]
    public void A_failing_patch_leaves_the_document_as_it_was()
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Document);
        JsonValue document = JsonTree.Parse(bytes).Root;
        JsonPatch patch = JsonPatch.Parse(
            """
            [{"op":"add","path":"/spec/list/0","value":0},{"op":"move","from":"/text","path":"/spec/t"},
             {"op":"replace","path":"/spec/n","value":{}},{"op":"remove","path":"/spec/list"},{"op":"remove","path":"/gone"}]
            """);
        Assert.Equal(4, Assert.Throws<JsonPatchException>(() => patch.Apply(document)).Index);
        Assert.Equal(Document, document.ToString());
        Assert.Equal(Document, System.Text.Encoding.UTF8.GetString(bytes));
        Assert.Equal(3, document["spec"]["list"].Count);
    }

    [Fact]
    public void A_message_shows_only_the_start_of_what_is_long()
    {
        string name = new('x', 100_000);
        string message = Fails("{}", $$"""[{"op":"remove","path":"/{{name}}"}]""").Message;
        Assert.True(message.Length < 1000);
        Assert.Contains("…", message, StringComparison.Ordinal);
    }

    private static JsonPatchException Fails(string document, string patch) =>
        Assert.Throws<JsonPatchException>(() => JsonPatch.Parse(patch).Apply(JsonTree.Parse(document).Root));
}
