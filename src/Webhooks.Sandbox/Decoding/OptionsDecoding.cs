using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Protobuf;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Reads the options that come in bodies: kinds that every group knows.</summary>
internal static class OptionsDecoding
{
    /// <summary>The options in a body.</summary>
    /// <param name="body">The body, not empty.</param>
    /// <param name="format">Its language.</param>
    /// <param name="kind">The kind of the options; a body need not name it.</param>
    /// <param name="version">The group and version of the path, which know the kind beside <c>v1</c> and <c>meta.k8s.io/v1</c>.</param>
    /// <exception cref="DecodeException">It has no such options.</exception>
    public static JsonValue Decode(ReadOnlyMemory<byte> body, BodyFormat format, string kind, GroupVersion version)
    {
        RequestBody read = format == BodyFormat.Protobuf
            ? RequestBody.Of(ProtobufBody.Read(body).Decode(version.WithKind(kind)))
            : format == BodyFormat.Yaml ? RequestBody.ReadYaml(body) : RequestBody.ReadJson(body);
        TypeMeta named = TypeMeta.Read(read.Root);
        bool isKnown = (named.Kind.Length == 0 || named.Kind == kind)
            && (named.ApiVersion is "" or "v1" or "meta.k8s.io/v1" || named.ApiVersion == version.ToString());
        if (!isKnown)
        {
            string apiVersion = named.ApiVersion.Length == 0 ? version.ToString() : named.ApiVersion;
            throw new DecodeException(
                $"no kind {GoString.Quote(named.Kind.Length == 0 ? kind : named.Kind)} is registered for version {GoString.Quote(apiVersion)} in scheme \"pkg/runtime/scheme.go:111\"");
        }

        DecodeTarget target = DecodeTargets.Of(new GroupVersionKind("", "v1", kind));
        return TypedDecoding.Decode(read, target, target.Kind, _ => null).Object;
    }
}
