using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>What a schema may say of an object's own metadata: name and generateName.</summary>
public sealed class RootMetadataTests
{
    private const string Cause =
        $"FieldValueForbidden {Defined.Place}.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified";

    [Theory]
    [InlineData("\"properties\":{\"name\":{\"type\":\"string\",\"pattern\":\"a\"}}", true)]
    [InlineData("\"properties\":{}", true)]
    [InlineData("\"description\":\"\",\"nullable\":false,\"enum\":[],\"uniqueItems\":false", true)]
    [InlineData("\"x-unknown\":1", true)]
    [InlineData("\"required\":[]", false)]
    [InlineData("\"x-kubernetes-list-map-keys\":[]", false)]
    [InlineData("\"minProperties\":0", false)]
    [InlineData("\"additionalProperties\":false", false)]
    [InlineData("\"additionalProperties\":true", false)]
    [InlineData("\"example\":false", false)]
    [InlineData("\"properties\":{\"name\":{\"type\":\"string\"},\"labels\":{\"type\":\"object\"}}", false)]
    public void Nothing_but_names_is_restricted(string member, bool isTaken) => Assert.Equal(
        isTaken ? [] : [Cause],
        Defined.Causes(Defined.Crd($$"""{"type":"object","properties":{"metadata":{"type":"object",{{member}} } } }""")));
}
