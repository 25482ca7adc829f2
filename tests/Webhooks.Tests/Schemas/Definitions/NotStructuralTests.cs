using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>Keywords that no structural schema has: while one is there, the form of the rest is not looked at.</summary>
public sealed class NotStructuralTests
{
    private const string Unique = "uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic";
    private const string Untyped = "v.type: Required value: must not be empty for specified object fields";

    [Theory]
    [InlineData("\"id\":\"x\"", "id: Forbidden: id is not supported")]
    [InlineData("\"$ref\":\"#/x\"", "$ref: Forbidden: $ref is not supported")]
    [InlineData("\"additionalItems\":false", "additionalItems: Forbidden: additionalItems is not supported")]
    [InlineData("\"patternProperties\":{\"a\":{}}", "patternProperties: Forbidden: patternProperties is not supported")]
    [InlineData("\"definitions\":{\"a\":{}}", "definitions: Forbidden: definitions is not supported")]
    [InlineData("\"dependencies\":{\"a\":[\"b\"]}", "dependencies: Forbidden: dependencies is not supported")]
    [InlineData("\"x-kubernetes-preserve-unknown-fields\":false", "x-kubernetes-preserve-unknown-fields: Invalid value: false: must be true or undefined")]
    public void It_is_told_of_alone(string member, string cause) =>
        Assert.Equal([$"v.{cause}"], Defined.CausesOfProperty($$"""{"properties":{"w":{} },{{member}} }"""));

    [Theory]
    [InlineData("\"id\":\"\"")]
    [InlineData("\"$schema\":\"\"")]
    [InlineData("\"patternProperties\":{}")]
    [InlineData("\"definitions\":{}")]
    [InlineData("\"$ref\":null")]
    public void What_is_decoded_as_nothing_is_nothing(string member)
    {
        Assert.Empty(Defined.CausesOfProperty($$"""{"type":"string",{{member}} }"""));
        Assert.Equal([Untyped], Defined.CausesOfProperty($$"""{ {{member}} }"""));
    }

    [Theory]
    [InlineData("\"$ref\":\"\"", "v.$ref: Forbidden: $ref is not supported")]
    [InlineData("\"dependencies\":{}", "v.dependencies: Forbidden: dependencies is not supported")]
    public void What_is_held_by_a_pointer_is_refused_empty_too_and_the_form_is_looked_at(string member, string cause) =>
        Assert.Equal([Untyped, cause], Defined.CausesOfProperty($$"""{ {{member}} }"""));

    [Fact]
    public void The_dialect_is_told_of_where_there_is_nothing_else()
    {
        Assert.Equal(
            [$"FieldValueInvalid {Defined.Place}: Invalid value: \"\": OpenAPIV3Schema 'schema' is not supported"],
            Defined.Causes(Defined.Crd(Defined.WithProperty("""{"$schema":"x"}"""))));
        Assert.Equal([$"v.{Unique}"], Defined.CausesOfProperty("""{"$schema":"x","uniqueItems":true}"""));
    }

    [Theory]
    [InlineData("\"definitions\":{\"a\":{\"type\":\"foo\",\"uniqueItems\":true}}", "v.definitions[a]")]
    [InlineData("\"dependencies\":{\"a\":{\"type\":\"foo\",\"uniqueItems\":true},\"b\":[\"c\"]}", "v.dependencies[a]")]
    [InlineData("\"items\":[{\"type\":\"foo\",\"uniqueItems\":true}]", "v.items[0]")]
    public void What_is_inside_is_looked_at_all_the_same(string member, string place)
    {
        string[] causes = [.. Defined.CausesOfProperty($$"""{"type":"object",{{member}} }""")];
        Assert.Contains($"{place}.{Unique}", causes);
        Assert.Contains(causes, cause => cause.StartsWith($"{place}.type: Unsupported value: \"foo\"", StringComparison.Ordinal));
        Assert.Equal(3, causes.Length);
    }

    [Fact]
    public void Items_that_are_a_list_without_a_schema_are_none() =>
        Assert.Equal(["v.items: Required value: must be specified"], Defined.CausesOfProperty("""{"type":"array","items":[]}"""));

    [Fact]
    public void A_list_map_has_one_schema_for_its_items() => Assert.Contains(
        "v.items: Invalid value: {\"Schema\":null,\"JSONSchemas\":[]}: must only have a single schema if x-kubernetes-list-type is map",
        Defined.CausesOfProperty("""{"type":"array","items":[],"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a"]}"""));
}
