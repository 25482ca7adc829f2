using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>Webhooks for conversion, and what does not go with preserveUnknownFields.</summary>
public sealed class ConversionTests
{
    private const string Place = "spec.conversion.webhookClientConfig";
    private const string NotHttps = "'https' is the only allowed URL scheme; desired format: https://host[/path]";
    private const string NoHost = "host must be specified; desired format: https://host[/path]";

    [Theory]
    [InlineData("https://example.com/convert")]
    [InlineData("HTTPS://example.com:8443")]
    [InlineData("http://example.com", $"FieldValueInvalid .url: Invalid value: \"http\": {NotHttps}")]
    [InlineData("https:///convert", $"FieldValueInvalid .url: Invalid value: \"\": {NoHost}")]
    [InlineData("https://me:secret@example.com", "FieldValueInvalid .url: Invalid value: \"me:secret\": user information is not permitted in the URL")]
    [InlineData("https://example.com#f", "FieldValueInvalid .url: Invalid value: \"f\": fragments are not permitted in the URL")]
    [InlineData("https://example.com?a=b", "FieldValueInvalid .url: Invalid value: \"a=b\": query parameters are not permitted in the URL")]
    [InlineData("example.com/x", $"FieldValueInvalid .url: Invalid value: \"\": {NotHttps}", $"FieldValueInvalid .url: Invalid value: \"\": {NoHost}")]
    [InlineData("%a", "FieldValueRequired .url: Required value: url must be a valid URL: parse \"%a\": invalid URL escape \"%a\"; desired format: https://host[/path]")]
    [InlineData("https://a/#%zzz", "FieldValueRequired .url: Required value: url must be a valid URL: parse \"https://a/#%zzz\": invalid URL escape \"%zz\"; desired format: https://host[/path]")]
    [InlineData(":x", "FieldValueRequired .url: Required value: url must be a valid URL: parse \":x\": missing protocol scheme; desired format: https://host[/path]")]
    public void The_url_of_a_webhook_is_of_https_and_a_host(string url, params string[] causes) => Assert.Equal(
        causes.Select(cause => cause.Replace(" .url", $" {Place}.url", StringComparison.Ordinal)),
        Defined.Causes(Webhook($"\"url\":\"{url}\"")));

    [Theory]
    [InlineData("\"name\":\"a\",\"namespace\":\"b\",\"path\":\"/x.y/z/\"")]
    [InlineData("\"name\":\"\",\"namespace\":\"b\"", "FieldValueRequired .namespace: Required value")]
    [InlineData("\"name\":\"a\",\"namespace\":\"\"", "FieldValueRequired .name: Required value")]
    [InlineData("\"name\":\"a\",\"namespace\":\"b\",\"port\":0", "FieldValueInvalid .port: Invalid value: 0: port is not valid: must be between 1 and 65535, inclusive")]
    [InlineData("\"name\":\"a\",\"namespace\":\"b\",\"path\":\"//\"", "FieldValueInvalid .path: Invalid value: \"//\": segment[0] may not be empty")]
    [InlineData("\"name\":\"a\",\"namespace\":\"b\",\"path\":\"/a//b\"", "FieldValueInvalid .path: Invalid value: \"/a//b\": segment[1] may not be empty")]
    [InlineData("\"name\":\"a\",\"namespace\":\"b\",\"path\":\"xab\"", "FieldValueInvalid .path: Invalid value: \"xab\": must start with a '/'")]
    public void The_service_of_a_webhook_has_names_a_port_and_a_path(string service, params string[] causes) => Assert.Equal(
        causes.Select(cause => cause.Replace(" .", $" {Place}.service.", StringComparison.Ordinal)),
        Defined.Causes(Webhook($$"""
            "service":{ {{service}} }
            """)));

    [Fact]
    public void Unknown_fields_that_are_preserved_go_with_no_defaults_and_no_conversion() => Assert.Equal(
        [
            "FieldValueInvalid spec.preserveUnknownFields: Invalid value: true: must be false in order to use defaults in the schema",
            "FieldValueInvalid spec.conversion.strategy: Invalid value: \"Webhook\": must be None if spec.preserveUnknownFields is true",
            "FieldValueInvalid spec.preserveUnknownFields: Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead",
        ],
        Defined.Causes(Defined.Crd(
            Defined.WithProperty("""{"type":"string","default":"a"}"""),
            spec: """
                "preserveUnknownFields":true,"conversion":{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"url":"https://a"}}}
                """)));

    private static JsonValue Webhook(string client) => Defined.Crd("{\"type\":\"object\"}", spec: $$"""
        "conversion":{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{ {{client}} } } }
        """);
}
