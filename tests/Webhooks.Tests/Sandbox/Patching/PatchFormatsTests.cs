using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Patching;
using Xunit;

namespace Webhooks.Tests.Sandbox.Patching;

public class PatchFormatsTests
{
    private const string CustomTypes =
        "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml";

    private const string BuiltInTypes =
        "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, "
        + "application/strategic-merge-patch+json, application/apply-patch+yaml";

    [Theory]
    [InlineData("application/json-patch+json", true, "Json")]
    [InlineData("application/merge-patch+json; charset=utf-8", true, "Merge")]
    [InlineData("application/strategic-merge-patch+json", false, "Strategic")]
    [InlineData("application/apply-patch+yaml", false, "Apply")]
    [InlineData("application/strategic-merge-patch+json", true, CustomTypes)]
    [InlineData("application/json", true, CustomTypes)]
    [InlineData(null, true, CustomTypes)]
    [InlineData(";;", true, CustomTypes)]
    [InlineData("Application/Merge-Patch+JSON", true, CustomTypes)]
    [InlineData(";;", false, "415: Unsupported Media Type")]
    [InlineData("text/plain, application/json-patch+json", false, BuiltInTypes)]
    [InlineData("application/json-patch+json ;a=b", false, BuiltInTypes)]
    [InlineData("application/json", false, "415: Unsupported Media Type")]
    public void A_media_type_names_a_kind_of_patch(string? contentType, bool isCustom, string expected)
    {
        try
        {
            Assert.Equal(expected, PatchFormats.Of(contentType, isCustom).ToString());
        }
        catch (StatusException refusal)
        {
            Assert.Equal((expected, 415), (refusal.Status.Message, refusal.Status.Code));
        }
    }

    [Theory]
    [InlineData("Json", true, "error decoding patch: x")]
    [InlineData("Json", false, "x")]
    [InlineData("Merge", true, "error decoding patch: x")]
    [InlineData("Merge", false, "Invalid JSON Patch")]
    [InlineData("Strategic", true, "x")]
    [InlineData("Apply", true, "error decoding YAML: x")]
    public void A_malformed_body_is_refused_by_the_decoder_that_reads_it(string format, bool isChecked, string expected) =>
        Assert.Equal(expected, PatchFormats.Malformed(Enum.Parse<PatchFormat>(format), isChecked, "x").Status.Message);
}
