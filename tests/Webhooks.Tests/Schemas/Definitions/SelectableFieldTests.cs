using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>Fields that can be selected by, and the schema they are looked for in: the one that stands beside them.</summary>
public sealed class SelectableFieldTests
{
    private const string Schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"m\":{\"type\":\"object\",\"additionalProperties\":true}}}";
    private const string Fields = "\"selectableFields\":[{\"jsonPath\":\".a\"}]";

    [Theory]
    [InlineData(".a", null)]
    [InlineData(".b", "is an invalid path: does not refer to a valid field")]
    [InlineData(".m.x", "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.")]
    public void They_are_there_and_can_be_compared(string path, string? problem) => Assert.Equal(
        problem == null ? [] : [$"FieldValueInvalid spec.selectableFields[0].jsonPath: Invalid value: \"{path}\": {problem}"],
        Defined.Causes(Defined.Crd(Schema, $$"""
            "selectableFields":[{"jsonPath":"{{path}}"}]
            """)));

    [Fact]
    public void Those_of_all_versions_need_a_schema_of_all_versions() => Assert.Equal(
        ["FieldValueInvalid spec.selectableFields: Invalid value: \"\": may only be set when validations.schema is included"],
        Defined.Causes(Defined.Of($"{Version("v1", Schema, Fields)},{Version("v2", "{\"type\":\"object\"}", Fields)}")));

    [Fact]
    public void Those_of_one_version_need_a_schema_of_that_version() => Assert.Equal(
        ["FieldValueInvalid spec.versions[0].selectableFields: Invalid value: \"\": may only be set when `version.schema.openAPIV3Schema` is not included"],
        Defined.Causes(Defined.Of($"{Version("v1", Schema, Fields)},{Version("v2", Schema, "\"selectableFields\":[]")}")));

    private static string Version(string name, string schema, string more) =>
        $$"""{"name":"{{name}}","served":true,"storage":{{(name == "v1" ? "true" : "false")}},"schema":{"openAPIV3Schema":{{schema}} },{{more}} }""";
}
