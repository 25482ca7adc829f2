using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Patching;
using Xunit;

namespace Webhooks.Tests.Sandbox.Patching;

public class JsonPatchingTests
{
    private const string Failed = "422: the server rejected our request due to an error in our request";

    [Theory]
    // The usual.
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b","value":{"c":[1]}}]""", """{"a":1,"b":{"c":[1]}}""")]
    [InlineData("""{"a":1,"b":2}""", """[{"op":"remove","path":"/a"}]""", """{"b":2}""")]
    [InlineData("""{"a":{"x":1}}""", """[{"op":"copy","from":"/a/x","path":"/a/y"},{"op":"move","from":"/a/x","path":"/a/a~1b"}]""", """{"a":{"y":1,"a/b":1}}""")]
    [InlineData("""{"a":{"c~d":"1"}}""", """[{"op":"test","path":"/a/c~0d","value":"1"}]""", """{"a":{"c~d":"1"}}""")]
    [InlineData("""{"a":1}""", "[]", """{"a":1}""")]
    [InlineData("""{"a":1}""", "null", """{"a":1}""")]
    // A replaced member need not be there; its object must.
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"/b","value":2}]""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"/b/c","value":2}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"/a/c","value":2}]""", Failed)]
    // Nothing is null.
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b"}]""", """{"a":1,"b":null}""")]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"/a"}]""", """{"a":null}""")]
    [InlineData("""{"a":1}""", """[{"op":"copy","from":"/x","path":"/b"}]""", """{"a":1,"b":null}""")]
    [InlineData("""{"a":1}""", """[{"op":"move","from":"/x","path":"/b"}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"test","path":"/b","value":null}]""", """{"a":1}""")]
    [InlineData("""{"a":1}""", """[{"op":"test","path":"/b"}]""", """{"a":1}""")]
    [InlineData("""{"a":null}""", """[{"op":"test","path":"/a","value":null}]""", """{"a":null}""")]
    [InlineData("""{"a":1}""", """[{"op":"test","path":"/a"}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"test","path":"/a/b","value":null}]""", Failed)]
    // Indices, negative ones from the end, signs and leading zeros.
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/-","value":3},{"op":"add","path":"/a/0","value":0}]""", """{"a":[0,1,2,3]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/2","value":3}]""", """{"a":[1,2,3]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/3","value":3}]""", Failed)]
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/-1","value":3}]""", """{"a":[1,2,3]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/-3","value":3}]""", """{"a":[3,1,2]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/-4","value":3}]""", Failed)]
    [InlineData("""{"a":[1,2]}""", """[{"op":"remove","path":"/a/-1"}]""", """{"a":[1]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"remove","path":"/a/-"}]""", Failed)]
    [InlineData("""{"a":[1,2]}""", """[{"op":"replace","path":"/a/01","value":3}]""", """{"a":[1,3]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"replace","path":"/a/+1","value":3}]""", """{"a":[1,3]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"replace","path":"/a/2","value":3}]""", Failed)]
    [InlineData("""{"a":[{"b":1}]}""", """[{"op":"remove","path":"/a/0/b"}]""", """{"a":[{}]}""")]
    // Paths.
    [InlineData("""{"a":1}""", """[{"op":"add","path":"x/b","value":2}]""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"b","value":2}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"","value":{}}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"remove","path":""}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"","value":{"b":2}}]""", """{"b":2}""")]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"","value":"b"}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"test","path":"","value":{"a":1}},{"op":"add","path":"/","value":2}]""", """{"a":1,"":2}""")]
    [InlineData("""{"a":{"b":1}}""", """[{"op":"move","from":"/a","path":"/a/c"}]""", Failed)]
    // Tests: members in any order, scalars as they are spelled.
    [InlineData("""{"a":{"x":1,"y":[2]}}""", """[{"op":"test","path":"/a","value":{"y":[2],"x":1}}]""", """{"a":{"x":1,"y":[2]}}""")]
    [InlineData("""{"a":1}""", """[{"op":"test","path":"/a","value":1.0}]""", Failed)]
    [InlineData("""{"a":"z"}""", """[{"op":"test","path":"/a","value":"\u007a"}]""", Failed)]
    [InlineData("""{"a":"<"}""", """[{"op":"test","path":"/a","value":"<"}]""", Failed)]
    [InlineData("""{"a":"<"}""", """[{"op":"test","path":"/a","value":"\u003c"}]""", """{"a":"<"}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b","value":"<"},{"op":"test","path":"/b","value":"<"}]""", """{"a":1,"b":"<"}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"test","path":"/a","value":[2,1]}]""", Failed)]
    // What is no operation.
    [InlineData("""{"a":1}""", """[{"op":"frob","path":"/a"}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"path":"/a"}]""", Failed)]
    [InlineData("""{"a":1}""", """[null]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"add","value":1}]""", Failed)]
    [InlineData("""{"a":1}""", """[{"op":"move","path":"/b"}]""", Failed)]
    [InlineData("""{"a":1}""", """{"op":"add"}""", "400: error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp")]
    [InlineData("""{"a":1}""", "[1]", "400: error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp")]
    [InlineData("""{"a":1}""", """[{"op":[]}]""", "400: error decoding patch: json: cannot unmarshal array into Go struct field jsonPatchOp.op of type string")]
    public void It_is_applied_as_the_server_applies_it(string document, string patch, string expected) =>
        PatchCase.Same(expected, Apply(document, patch, isChecked: true));

    [Theory]
    [InlineData("true", "400: json: cannot unmarshal bool into Go value of type jsonpatch.Patch")]
    [InlineData("[\"x\"]", "400: json: cannot unmarshal string into Go value of type jsonpatch.Operation")]
    [InlineData("""[{"op":1,"path":"/a"}]""", Failed)]
    public void Without_field_validation_another_decoder_reads_it(string patch, string expected) =>
        PatchCase.Same(expected, Apply("""{"a":1}""", patch, isChecked: false));

    [Fact]
    public void A_refusal_has_empty_details()
    {
        StatusException refusal = Assert.Throws<StatusException>(
            () => JsonPatching.Apply(PatchCase.Json("{}"), PatchCase.Json("[null]"), isChecked: true, out _));
        Assert.Equal(new StatusDetails(), refusal.Status.Details);
        Assert.Equal(StatusReason.Invalid, refusal.Status.Reason);
    }

    [Fact]
    public void Unknown_members_of_operations_are_found_where_fields_are_validated()
    {
        JsonValue patch = PatchCase.Json("""[{"op":"test","path":"/a","value":null},{"op":"test","path":"/a","vaule":1}]""");
        JsonPatching.Apply(PatchCase.Json("{}"), patch, isChecked: true, out IReadOnlyList<string> findings);
        Assert.Equal(["json patch unknown field \"[1].vaule\""], findings);
        JsonPatching.Apply(PatchCase.Json("{}"), patch, isChecked: false, out findings);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData(10_000, "{}")]
    [InlineData(10_001, "413: Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001")]
    public void Ten_thousand_operations_are_allowed(int count, string expected) =>
        PatchCase.Same(expected, Apply("{}", $"[{string.Join(',', Enumerable.Repeat("""{"op":"test","path":"/a"}""", count))}]", isChecked: true));

    [Fact]
    public void Copies_are_bounded()
    {
        string doubling = string.Join(',', Enumerable.Repeat("""{"op":"copy","from":"/a","path":"/a/-"}""", 22));
        Assert.Equal(Failed, Apply("""{"a":["x"]}""", $"[{doubling}]", isChecked: true));
    }

    [Fact]
    public void A_result_too_deep_to_be_read_again_is_refused()
    {
        string deep = new string('[', 9_000) + new string(']', 9_000);
        string path = "/a" + string.Concat(Enumerable.Repeat("/0", 8_999)) + "/-";
        string patch = "[" + "{\"op\":\"add\",\"path\":\"/a\",\"value\":" + deep + "},{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":" + deep + "}]";
        Assert.Equal(Failed, Apply("{}", patch, isChecked: true));
    }

    private static string Apply(string document, string patch, bool isChecked) =>
        PatchCase.Outcome(() => JsonPatching.Apply(PatchCase.Json(document), PatchCase.Json(patch), isChecked, out _));
}
