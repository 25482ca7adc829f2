using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>Defaults inside of a resource's apiVersion, kind and metadata.</summary>
public sealed class MetadataDefaultTests
{
    [Theory]
    [InlineData("\"name\":{\"type\":\"string\",\"default\":\"a\"}", null)]
    [InlineData("\"name\":{\"type\":\"string\",\"default\":\"a/b\"}", "[name].default: Invalid value: \"a/b\": must result in valid metadata: metadata.name: Invalid value: \"a/b\": may not contain '/'")]
    [InlineData("\"finalizers\":{\"type\":\"array\",\"default\":[\"a/b\"],\"items\":{\"type\":\"string\"}}", null)]
    [InlineData("\"labels\":{\"type\":\"object\",\"default\":{\"a\":\"b\"}}", null)]
    [InlineData("\"name\":{\"type\":\"string\",\"maxLength\":1,\"default\":\"ab\"}", "[name].default: Too long: may not be more than 1 byte")]
    public void They_make_a_resource_that_is_valid(string property, string? problem) => Assert.Equal(
        problem == null ? [] : [$"v.properties[metadata].properties{problem}"],
        Defined.CausesOfProperty($$"""{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"metadata":{"type":"object","properties":{ {{property}} } } } }"""));

    [Theory]
    [InlineData("apiVersion", "\"a/b/c\"", "apiVersion: Invalid value: \"a/b/c\": unexpected GroupVersion string: a/b/c")]
    [InlineData("kind", "\"\"", "kind: Invalid value: \"\": must not be empty")]
    public void So_do_those_of_its_type(string name, string value, string problem) => Assert.Equal(
        [$"v.properties[{name}].default: Invalid value: {value}: must result in valid metadata: {problem}"],
        Defined.CausesOfProperty($$"""{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"{{name}}":{"type":"string","default":{{value}} } } }"""));

    [Fact]
    public void The_default_of_an_object_keeps_its_own_metadata() => Assert.Empty(Defined.Causes(Defined.Crd("""
        {"type":"object","default":{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"}}}
        """)));

    [Fact]
    public void The_default_of_an_object_has_a_type() => Assert.Equal(
        [
            $"FieldValueRequired {Defined.Place}.default.apiVersion: Required value",
            $"FieldValueRequired {Defined.Place}.default.kind: Required value",
        ],
        Defined.Causes(Defined.Crd("""{"type":"object","default":{}}""")));

    [Fact]
    public void Those_of_the_object_are_refused_wherever_they_stand() => Assert.Equal(
        [$"FieldValueForbidden {Defined.Place}.properties[metadata].properties[name].default: Forbidden: must not be set in top-level metadata"],
        Defined.Causes(Defined.Crd("""{"type":"object","properties":{"metadata":{"type":"object","properties":{"name":{"type":"string","default":"a"}}}}}""")));
}
