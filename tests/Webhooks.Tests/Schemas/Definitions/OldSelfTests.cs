using Webhooks.Schemas;
using Webhooks.Schemas.Rules;
using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>What can be told of a rule's oldSelf by the words of the rule.</summary>
public sealed class OldSelfTests
{
    private const string Uncorrelated = "oldSelf cannot be used on the uncorrelatable portion of the schema within v";

    [Theory]
    [InlineData("oldSelf == self", true)]
    [InlineData("self>=oldSelf", true)]
    [InlineData("has(oldSelf.a)", true)]
    [InlineData("'''it's''' == oldSelf", true)]
    [InlineData("self == r'a\\' || oldSelf == ''", true)]
    [InlineData("self == 1 // was\n && oldSelf == 1", true)]
    [InlineData("self.oldSelf == 1", false)]
    [InlineData("self. oldSelf", false)]
    [InlineData("self == 'oldSelf'", false)]
    [InlineData("self == \"a\\\" oldSelf \"", false)]
    [InlineData("self == b'oldSelf'", false)]
    [InlineData("self == 1 // oldSelf", false)]
    [InlineData("self.`oldSelf`", false)]
    [InlineData("oldSelfish", false)]
    [InlineData("self == 'oldSelf", false)]
    public void A_variable_is_a_word_by_itself(string rule, bool isNamed) => Assert.Equal(isNamed, RuleText.Names(rule, "oldSelf"));

    [Theory]
    [InlineData("")]
    [InlineData(",\"x-kubernetes-list-type\":\"atomic\"")]
    [InlineData(",\"x-kubernetes-list-type\":\"set\"")]
    public void Items_of_a_list_that_is_no_map_have_none(string listType) => Assert.Equal(
        [$"v.items.x-kubernetes-validations[0].rule: Invalid value: \"self == oldSelf\": {Uncorrelated}"],
        Defined.CausesOfProperty($$"""{"type":"array","items":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf"}]}{{listType}} }"""));

    [Theory]
    [InlineData("""{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a"],"items":{"type":"object","required":["a"],"properties":{"a":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf"}]}}}}""")]
    [InlineData("""{"type":"object","x-kubernetes-map-type":"atomic","properties":{"a":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf"}]}}}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf"}]}}""")]
    public void Where_values_can_be_told_apart_it_is_undecided(string schema) =>
        Assert.Equal(SchemaAnswer.Unknown, CrdChecks.OnCreate(Defined.Crd(Defined.WithProperty(schema))).Answer);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void It_is_optional_only_where_it_is_used(string isOptional) => Assert.Equal(
        [$"v.x-kubernetes-validations[0].optionalOldSelf: Invalid value: {isOptional}: may not be set if oldSelf is not used in rule"],
        Defined.CausesOfProperty($$"""{"type":"string","x-kubernetes-validations":[{"rule":"self == 'a'","optionalOldSelf":{{isOptional}} }]}"""));

    [Fact]
    public void Rules_are_not_looked_into_where_something_else_is_wrong() => Assert.Equal(
        ["v.items.x-kubernetes-validations[0].reason: Unsupported value: \"Bad\": supported values: \"FieldValueDuplicate\", \"FieldValueForbidden\", \"FieldValueInvalid\", \"FieldValueRequired\""],
        Defined.CausesOfProperty("""{"type":"array","items":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf","reason":"Bad"}]}}"""));
}
