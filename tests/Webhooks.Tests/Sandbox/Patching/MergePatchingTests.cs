using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Patching;
using Xunit;

namespace Webhooks.Tests.Sandbox.Patching;

public class MergePatchingTests
{
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null,"x":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":{"b":"c","d":1}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d","d":1}}""")]
    [InlineData("""{"a":[1]}""", """{"a":[2,3]}""", """{"a":[2,3]}""")]
    [InlineData("""{"a":1}""", "{}", """{"a":1}""")]
    // Nulls of what is new go, at any depth; null items stay.
    [InlineData("{}", """{"a":{"b":null,"c":{"d":null}}}""", """{"a":{"c":{}}}""")]
    [InlineData("""{"a":"x"}""", """{"a":{"b":null}}""", """{"a":{}}""")]
    [InlineData("""{"a":null}""", """{"a":{"b":null}}""", """{"a":{}}""")]
    [InlineData("""{"a":[1]}""", """{"a":[null,{"b":null,"c":1},[{"d":null}]]}""", """{"a":[null,{"c":1},[{}]]}""")]
    // Not those of a list in the place of an object.
    [InlineData("""{"a":{"x":1}}""", """{"a":[{"b":null}]}""", """{"a":[{"b":null}]}""")]
    [InlineData("""{"a":{"x":1}}""", """{"a":5}""", """{"a":5}""")]
    // No patches.
    [InlineData("{}", "[]", "400: error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}")]
    [InlineData("{}", "5", "400: error decoding patch: json: cannot unmarshal number into Go value of type map[string]interface {}")]
    [InlineData("{}", "\"x\"", "400: error decoding patch: json: cannot unmarshal string into Go value of type map[string]interface {}")]
    [InlineData("{}", "null", "400: Invalid JSON Patch")]
    public void It_is_applied_as_the_server_applies_it(string document, string patch, string expected) =>
        PatchCase.Same(expected, Apply(document, patch, isChecked: true));

    [Theory]
    [InlineData("5", "400: Invalid JSON Patch")]
    [InlineData("null", "400: Invalid JSON Patch")]
    [InlineData("""[{"a":null}]""", "[{}]")]
    public void Without_field_validation_another_decoder_reads_it(string patch, string expected) =>
        PatchCase.Same(expected, Apply("{}", patch, isChecked: false));

    [Theory]
    [InlineData(256, false)]
    [InlineData(257, true)]
    public void Its_depth_is_bounded(int depth, bool isRefused)
    {
        string patch = new StringBuilder().Insert(0, "{\"a\":", depth).Append('1').Append('}', depth).ToString();
        Assert.Equal(isRefused, Apply("{}", patch, isChecked: true) == "400: error decoding patch: exceeded max depth");
    }

    [Fact]
    public void The_difference_of_two_documents_makes_one_of_the_other()
    {
        Random random = new(7386);
        for (int i = 0; i < 2_000; i++)
        {
            JsonValue before = PatchCase.Json(Draw(random, 3));
            JsonValue after = PatchCase.Json(Draw(random, 3));
            string patch = Difference(before, after);
            PatchCase.Same(after.ToString(), Apply(before.ToString(), patch, isChecked: true));
            PatchCase.Same(after.ToString(), Apply(after.ToString(), patch, isChecked: true));
        }
    }

    private static string Apply(string document, string patch, bool isChecked) =>
        PatchCase.Outcome(() => MergePatching.Apply(PatchCase.Json(document), PatchCase.Json(patch), isChecked));

    private static string Draw(Random random, int depth) =>
        "{" + string.Join(',', "abc".Where(_ => random.Next(2) == 0).Select(name => $"\"{name}\":" + random.Next(depth == 0 ? 2 : 4) switch
        {
            0 => "1",
            1 => "[1,{\"x\":2}]",
            _ => Draw(random, depth - 1),
        })) + "}";

    private static string Difference(JsonValue before, JsonValue after) =>
        before.Kind != JsonKind.Object || after.Kind != JsonKind.Object ? after.ToString()
        : "{" + string.Join(',', [
            .. before.Members().Where(one => after[one.Key].IsMissing).Select(one => $"\"{one.Key}\":null"),
            .. after.Members().Select(one => $"\"{one.Key}\":{Difference(before[one.Key], one.Value)}"),
        ]) + "}";
}
