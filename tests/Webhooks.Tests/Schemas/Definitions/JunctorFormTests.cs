using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>What may stand in junctors, and what makes an int-or-string of two alternatives.</summary>
public sealed class JunctorFormTests
{
    [Theory]
    [InlineData("\"default\":false", "default: Forbidden: must be undefined to be structural")]
    [InlineData("\"default\":\"\"", "default: Forbidden: must be undefined to be structural")]
    [InlineData("\"default\":0", "default: Forbidden: must be undefined to be structural")]
    [InlineData("\"default\":null", null)]
    [InlineData("\"additionalProperties\":true", "additionalProperties: Forbidden: must be undefined to be structural")]
    [InlineData("\"additionalProperties\":{}", "additionalProperties: Forbidden: must be undefined to be structural")]
    [InlineData("\"additionalProperties\":false", null)]
    [InlineData("\"x-kubernetes-list-map-keys\":[]", null)]
    [InlineData("\"x-kubernetes-validations\":[]", null)]
    [InlineData("\"nullable\":false", null)]
    [InlineData("\"nullable\":true", "nullable: Forbidden: must be false to be structural")]
    [InlineData("\"description\":\"\"", null)]
    public void What_says_something_of_the_form_is_refused(string member, string? cause) => Assert.Equal(
        cause == null ? [] : [$"v.anyOf[0].{cause}"],
        Defined.CausesOfProperty($$"""{"type":"object","anyOf":[{ {{member}} }]}"""));

    [Theory]
    [InlineData("{\"type\":\"integer\"},{\"type\":\"string\"}", true)]
    [InlineData("{\"type\":\"integer\",\"description\":\"\",\"enum\":[],\"additionalProperties\":false},{\"type\":\"string\"}", true)]
    [InlineData("{\"type\":\"integer\",\"minimum\":0},{\"type\":\"string\"}", false)]
    [InlineData("{\"type\":\"integer\",\"required\":[]},{\"type\":\"string\"}", false)]
    [InlineData("{\"type\":\"integer\",\"properties\":{}},{\"type\":\"string\"}", false)]
    [InlineData("{\"type\":\"string\"},{\"type\":\"integer\"}", false)]
    public void Two_alternatives_are_an_int_or_string_when_they_are_types_and_nothing_else(string anyOf, bool isOne) =>
        Assert.Equal(isOne, !Defined.CausesOfProperty($$"""{"x-kubernetes-int-or-string":true,"anyOf":[{{anyOf}}]}""").Any());
}
