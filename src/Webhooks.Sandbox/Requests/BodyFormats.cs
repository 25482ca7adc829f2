using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Decoding;

namespace Webhooks.Sandbox.Requests;

/// <summary>The language of a body by its media type.</summary>
internal static class BodyFormats
{
    /// <summary>The language; JSON where nothing is said.</summary>
    /// <param name="contentType">The header, parameters included; empty for none.</param>
    /// <exception cref="StatusException">None of JSON, YAML and protobuf, or malformed: 415.</exception>
    public static BodyFormat Of(string contentType) => (contentType is "" or "application/json" ? "application/json" : GoMediaType.Parse(contentType)) switch
    {
        "application/json" => BodyFormat.Json,
        "application/yaml" => BodyFormat.Yaml,
        "application/vnd.kubernetes.protobuf" => BodyFormat.Protobuf,
        _ => throw new StatusException(Status.UnsupportedMediaType(
            "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf")),
    };
}
