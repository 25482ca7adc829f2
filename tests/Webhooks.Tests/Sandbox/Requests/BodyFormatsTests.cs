using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Xunit;

namespace Webhooks.Tests.Sandbox.Requests;

public sealed class BodyFormatsTests
{
    [Theory]
    [InlineData("", "Json")]
    [InlineData("application/json", "Json")]
    [InlineData(" Application/JSON ; Charset=utf-8 ;", "Json")]
    [InlineData("application/json;a=1;a=1", "Json")]
    [InlineData("application/json;a=\"x \\\" ;\"", "Json")]
    [InlineData("application/yaml; charset = utf-8", "Yaml")]
    [InlineData("application/vnd.kubernetes.protobuf", "Protobuf")]
    public void A_media_type_names_a_language(string contentType, string format) =>
        Assert.Equal(format, BodyFormats.Of(contentType).ToString());

    [Theory]
    [InlineData("text/plain")]
    [InlineData(";;")]
    [InlineData(";")]
    [InlineData(" ")]
    [InlineData("application")]
    [InlineData("application/")]
    [InlineData("/json")]
    [InlineData("application/json x")]
    [InlineData("application/json;;")]
    [InlineData("application/json;charset")]
    [InlineData("application/json;charset=")]
    [InlineData("application/json;=utf-8")]
    [InlineData("application/json;a=1;a=2")]
    [InlineData("application/json;a=\"x")]
    [InlineData("application/json;a=1 b=2")]
    [InlineData("application/json, application/yaml")]
    public void Another_or_a_malformed_one_is_refused(string contentType)
    {
        StatusException refused = Assert.Throws<StatusException>(() => BodyFormats.Of(contentType));

        Assert.Equal(415, refused.Status.Code);
        Assert.Equal(
            "the body of the request was in an unknown format - accepted media types include: "
            + "application/json, application/yaml, application/vnd.kubernetes.protobuf",
            refused.Status.Message);
    }
}
