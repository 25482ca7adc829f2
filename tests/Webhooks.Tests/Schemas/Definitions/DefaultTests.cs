using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>Defaults against the schemas that they stand in: the server checks them by another form of those than objects.</summary>
public sealed class DefaultTests
{
    [Theory]
    [InlineData("\"type\":\"number\",\"format\":\"byte\",\"default\":1.5", null)]
    [InlineData("\"type\":\"string\",\"format\":\"byte\",\"default\":1.5", "Invalid value: \"float64\":  in body must be of type byte: \"float64\"")]
    [InlineData("\"type\":\"boolean\",\"format\":\"x\",\"default\":1", "Invalid value: \"int64\":  in body must be of type x: \"int64\"")]
    [InlineData("\"type\":\"object\",\"format\":\"x\",\"default\":[]", null)]
    [InlineData("\"type\":\"string\",\"format\":\"x\",\"default\":[]", null)]
    [InlineData("\"type\":\"array\",\"items\":{\"type\":\"string\"},\"format\":\"date\",\"default\":\"x\"", "Invalid value: \"x\":  in body must be of type date: \"x\"")]
    [InlineData("\"type\":\"array\",\"items\":{\"type\":\"string\"},\"default\":\"x\"", "Invalid value: \"string\":  in body must be of type array: \"string\"")]
    public void A_format_counts_that_is_not_known_for_the_type(string schema, string? problem) => Told(schema, problem);

    [Theory]
    [InlineData("\"default\":1.5", null)]
    [InlineData("\"default\":{}", null)]
    [InlineData("\"format\":\"ipv4\",\"default\":1.5", "Invalid value: \"float64\":  in body must be of type ipv4: \"float64\"")]
    [InlineData("\"format\":\"int64\",\"default\":1", "Invalid value: \"integer\":  in body must be of type : \"integer\"")]
    [InlineData("\"type\":\"integer\",\"default\":\"x\"", "Invalid value: \"string\":  in body must be of type integer: \"string\"")]
    [InlineData("\"type\":\"string\",\"default\":1", "Invalid value: \"integer\":  in body must be of type string: \"integer\"")]
    public void An_int_or_string_is_of_the_type_that_it_names(string schema, string? problem) => Told("\"x-kubernetes-int-or-string\":true," + schema, problem);

    [Fact]
    public void A_type_that_there_is_not_is_no_type_of_a_default() => Assert.Contains(
        "v.default: Invalid value: \"number\":  in body must be of type null: \"number\"",
        Defined.CausesOfProperty("""{"type":"null","default":1.5}"""));

    [Fact]
    public void An_item_stands_behind_its_list_without_a_dot() => Assert.Equal(
        ["v.default[0].kind: Invalid value: 1: must be a string"],
        Defined.CausesOfProperty("""
            {"type":"array","default":[{"kind":1}],
             "items":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}
            """));

    [Fact]
    public void Metadata_are_shown_as_they_are_decoded() => Assert.Equal(
        ["""v.default: Invalid value: {"e":{"apiVersion":"v1","kind":"K","metadata":{}},"gone":1}: must not have unknown fields"""],
        Defined.CausesOfProperty("""
            {"type":"object","default":{"gone":1,"e":{"apiVersion":"v1","kind":"K","metadata":{"name":""}}},
             "properties":{"e":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}}
            """));

    private static void Told(string schema, string? problem) =>
        Assert.Equal(problem == null ? [] : [$"v.default: {problem}"], Defined.CausesOfProperty($$"""{ {{schema}} }"""));
}
