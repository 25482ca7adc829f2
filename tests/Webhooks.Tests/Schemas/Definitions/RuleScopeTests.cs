using Webhooks.Schemas;
using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>Rules on what CEL has no type for, which are refused before they are compiled; and where a fieldPath leads.</summary>
public sealed class RuleScopeTests
{
    private const string Rules = "\"x-kubernetes-validations\":[{\"rule\":\"true\"}]";
    private const string Untyped = "x-kubernetes-validations: Internal error: internal error: failed to construct type information for x-kubernetes-validations rules: unable to convert structural schema to CEL declarations";

    [Theory]
    [InlineData("\"x-kubernetes-preserve-unknown-fields\":true")]
    [InlineData("\"type\":\"array\",\"items\":{\"x-kubernetes-preserve-unknown-fields\":true}")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":{\"x-kubernetes-preserve-unknown-fields\":true}")]
    public void What_has_no_type_has_no_rules(string schema) =>
        Assert.Equal([$"v.{Untyped}"], Defined.CausesOfProperty($$"""{ {{schema}},{{Rules}} }"""));

    [Fact]
    public void Nor_has_what_is_inside_of_it() => Assert.Equal(
        [$"v.properties[w].{Untyped}", $"v.{Untyped}"],
        Defined.CausesOfProperty($$"""{"x-kubernetes-preserve-unknown-fields":true,{{Rules}},"properties":{"w":{"type":"string",{{Rules}} } } }"""));

    [Theory]
    [InlineData("\"x-kubernetes-int-or-string\":true")]
    [InlineData("\"type\":\"object\",\"properties\":{\"w\":{\"x-kubernetes-preserve-unknown-fields\":true}}")]
    [InlineData("\"type\":\"object\",\"additionalProperties\":true")]
    public void What_has_one_is_undecided(string schema) =>
        Assert.Equal(SchemaAnswer.Unknown, CrdChecks.OnCreate(Defined.Crd(Defined.WithProperty($$"""{ {{schema}},{{Rules}} }"""))).Answer);

    [Fact]
    public void What_is_inside_of_what_no_rule_speaks_of_is_undecided() => Assert.Equal(
        SchemaAnswer.Unknown,
        CrdChecks.OnCreate(Defined.Crd(Defined.WithProperty($$"""{"x-kubernetes-preserve-unknown-fields":true,"properties":{"w":{"type":"string",{{Rules}} } } }"""))).Answer);

    [Theory]
    [InlineData("\"additionalProperties\":true", ".a", true)]
    [InlineData("\"additionalProperties\":{\"type\":\"string\"}", "['a']", true)]
    [InlineData("\"properties\":{\"a\":{\"type\":\"string\"}}", ".b", false)]
    [InlineData("\"properties\":{\"a\":{\"type\":\"string\"}}", ".a.b", false)]
    [InlineData("\"properties\":{\"a\":{\"x-kubernetes-preserve-unknown-fields\":false}}", ".b", true)]
    public void A_fieldPath_is_followed_where_a_structural_schema_can_be_made(string schema, string path, bool isTaken)
    {
        string[] causes = [.. Defined.CausesOfProperty($$"""{"type":"object",{{schema}},"x-kubernetes-validations":[{"rule":"true","fieldPath":"{{path}}"}]}""")];
        Assert.Equal(isTaken, !causes.Contains($"v.x-kubernetes-validations[0].fieldPath: Invalid value: \"{path}\": must be a valid path"));
    }
}
