namespace Webhooks.Sandbox.Decoding;

/// <summary>The languages that request bodies are written in.</summary>
internal enum BodyFormat
{
    /// <summary><c>application/json</c>; also what a body without a media type is.</summary>
    Json,

    /// <summary><c>application/yaml</c>.</summary>
    Yaml,

    /// <summary><c>application/vnd.kubernetes.protobuf</c>.</summary>
    Protobuf,
}
