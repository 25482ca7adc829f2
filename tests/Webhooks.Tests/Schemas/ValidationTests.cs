using Webhooks.Schemas;
using Xunit;
using static Webhooks.Tests.Schemas.ShapingTests;

namespace Webhooks.Tests.Schemas;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0", null)]
    [InlineData("""{"type":"integer"}""", "9007199254740993.0", """spec.v: Invalid value: "number": spec.v in body must be of type integer: "number" """)]
    [InlineData("""{"type":"string","maxLength":1}""", "\"\U0001F600\"", null)]
    [InlineData("""{"type":"string","maxLength":1}""", "\"ab\"", "spec.v: Too long: may not be more than 1 byte")]
    [InlineData("""{"type":"number","minimum":0.5}""", "0", null)]
    [InlineData("""{"type":"number","minimum":0.5}""", "0.25", "spec.v: Invalid value: 0.25: spec.v in body should be greater than or equal to 0.5")]
    [InlineData("""{"type":"array","maxItems":1,"items":{"type":"string"}}""", """["a","b"]""", "spec.v: Too many: 2: must have at most 1 item")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"c\"", """spec.v: Unsupported value: "c": supported values: "a", "b" """)]
    [InlineData("""{"type":"number","enum":[1.0,2.5]}""", "1.9", null)]
    [InlineData("""{"type":"number","enum":[1.0,2.5]}""", "2.9", """spec.v: Unsupported value: 2.9: supported values: "1", "2.5" """)]
    [InlineData("""{"type":"object","x-kubernetes-preserve-unknown-fields":true,"enum":[{"a":1.0}]}""", """{"a":1}""", null)]
    [InlineData("""{"type":"object","x-kubernetes-preserve-unknown-fields":true,"enum":[{"a":1.0}]}""", """{"a":1.0}""", """spec.v: Unsupported value: {"a":1}: supported values: "{\"a\":1}" """)]
    [InlineData("""{"type":"array","x-kubernetes-list-type":"set","items":{"type":"integer"}}""", "[1,2,1,1]", "spec.v[2]: Duplicate value: 1")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", """{"a.b/c":1}""", """spec.v.a.b/c: Invalid value: "integer": spec.v.a.b/c in body must be of type string: "integer" """)]
    public void A_value_is_judged_in_the_words_of_the_server(string schema, string value, string? cause)
    {
        SchemaVerdict verdict = Schema($$"""{"spec":{"type":"object","properties":{"v":{{schema}} } } }""").Validate(Parse($$"""{"spec":{"v":{{value}} } }"""));
        Assert.Equal(cause is null ? [] : [cause.TrimEnd()], verdict.Causes.Select(one => one.ToString()));
        Assert.Equal(cause is null ? SchemaAnswer.Valid : SchemaAnswer.Invalid, verdict.Answer);
    }

    [Fact]
    public void Behind_a_member_of_the_root_without_a_name_there_is_no_dot()
    {
        SchemaVerdict verdict = Schema("""{"":{"type":"object","properties":{"a":{"type":"integer"}}}}""").Validate(Parse("""{"":{"a":"x"}}"""));
        Assert.Equal(["""a: Invalid value: "string": a in body must be of type integer: "string" """.TrimEnd()], verdict.Causes.Select(cause => cause.ToString()));
    }

    [Theory]
    [InlineData(
        """{"apiVersion":"v1","kind":"A","name":"a","uid":"1","controller":true},{"apiVersion":"v1","kind":"B","name":"b","uid":"2","controller":true}""",
        """Invalid value: [{"apiVersion":"v1","kind":"A","name":"a","uid":"1","controller":true},{"apiVersion":"v1","kind":"B","name":"b","uid":"2","controller":true}]: Only one reference can have Controller set to true. Found "true" in references for A/a and B/b""")]
    [InlineData(
        """{"apiVersion":"v1","kind":"Event","name":"a","uid":"1"}""",
        """Invalid value: {"apiVersion":"v1","kind":"Event","name":"a","uid":"1"}: /v1, Kind=Event is disallowed from being an owner""")]
    public void The_owners_of_an_embedded_resource_are_held_to_the_rules_of_all_owners(string owners, string cause)
    {
        SchemaVerdict verdict = Schema("""{"spec":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}""")
            .Validate(Parse($$"""{"spec":{"apiVersion":"v1","kind":"C","metadata":{"name":"c","ownerReferences":[{{owners}}]} } }"""));
        Assert.Equal([$"spec.metadata.ownerReferences: {cause}"], verdict.Causes.Select(one => one.ToString()));
    }

    [Fact]
    public void Rules_are_never_guessed()
    {
        CustomResourceSchema schema = Schema("""{"spec":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}},"x-kubernetes-validations":[{"rule":"true"}]}}""");
        Assert.True(schema.HasRules);
        Assert.Equal(SchemaAnswer.Unknown, schema.Validate(Parse("""{"spec":{"a":"b"}}""")).Answer);
        Assert.Equal(SchemaAnswer.Valid, schema.Validate(Parse("""{}""")).Answer);
        SchemaVerdict invalid = schema.Validate(Parse("""{"spec":{}}"""));
        Assert.Equal((SchemaAnswer.Invalid, false), (invalid.Answer, invalid.IsUndecided));
        Assert.Equal(
            ["spec.a: Required value", "<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation"],
            invalid.Causes.Select(cause => cause.ToString()));
    }

    [Fact]
    public void A_pattern_that_can_not_be_read_leaves_the_object_undecided() =>
        Assert.Equal(
            SchemaAnswer.Unknown,
            Schema("""{"spec":{"type":"string","pattern":"\\x{41}(?<=b)"}}""").Validate(Parse("""{"spec":"a"}""")).Answer);

    [Theory]
    [InlineData("""{"spec":{"v":"bad","w":1}}""", """{"spec":{"v":"bad","w":2}}""", 0)]
    [InlineData("""{"spec":{"v":"ok"}}""", """{"spec":{"v":"bad"}}""", 1)]
    [InlineData("""{"spec":{"v":"bad","w":1}}""", """{"spec":{"v":"bad"}}""", 1)]
    public void What_was_wrong_before_is_not_held_against_an_update(string before, string after, int causes) =>
        Assert.Equal(
            causes,
            Schema("""{"spec":{"type":"object","properties":{"v":{"type":"string","enum":["ok"]},"w":{"type":"integer"}},"anyOf":[{"required":["w"]},{"properties":{"v":{"enum":["ok"]}}}]}}""")
                .ValidateUpdate(Parse(after), Parse(before)).Causes.Count(cause => cause.Field == "spec.v"));

    [Fact]
    public void A_status_is_checked_by_itself()
    {
        CustomResourceSchema schema = Schema("""{"spec":{"type":"string"},"status":{"type":"object","properties":{"n":{"type":"integer"}}}}""");
        Assert.Equal(
            ["""status.n: Invalid value: "string": n in body must be of type integer: "string" """.TrimEnd()],
            schema.ValidateStatusUpdate(Parse("""{"spec":1,"status":{"n":"x"}}"""), Parse("""{"spec":1}""")).Causes.Select(cause => cause.ToString()));
    }
}
