using Webhooks.Schemas;
using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>What may stand at the root of a schema whose status is a subresource.</summary>
public sealed class StatusRootTests
{
    private const string Refusal = "fields are allowed at the root of the schema if the status subresource is enabled";

    [Theory]
    [InlineData("\"x-kubernetes-embedded-resource\":false", true)]
    [InlineData("\"pattern\":\"\"", true)]
    [InlineData("\"default\":null", true)]
    [InlineData("\"example\":false", true)]
    [InlineData("\"enum\":[]", false)]
    [InlineData("\"allOf\":[]", false)]
    [InlineData("\"minProperties\":0", false)]
    [InlineData("\"default\":{\"apiVersion\":\"a/v1\",\"kind\":\"A\"}", false)]
    public void A_keyword_that_is_not_listed_is_refused_where_it_is_set(string member, bool isTaken)
    {
        string schema = $$"""{"type":"object",{{member}} }""";
        SchemaVerdict verdict = CrdChecks.OnCreate(Defined.Crd(schema, "\"subresources\":{\"status\":{}}"));
        Assert.Equal(isTaken ? 0 : 1, verdict.Causes.Length);
        Assert.All(verdict.Causes, cause => Assert.EndsWith(Refusal, cause.Message, StringComparison.Ordinal));
        Assert.Empty(CrdChecks.OnCreate(Defined.Crd(schema)).Causes);
    }
}
