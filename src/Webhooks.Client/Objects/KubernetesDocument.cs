using System.Buffers;
using System.Text.Json;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Client.Objects;

/// <summary>An object of any kind, whole: what a record would not read is there, too, so that it can be replaced without loss.</summary>
/// <remarks>Immutable and thread safe. Larger than a record of the same object: not for caches.</remarks>
public sealed class KubernetesDocument : IKubernetesObject
{
    private KubernetesDocument(ReadOnlyMemory<byte> json, JsonValue root, ObjectMeta metadata)
    {
        Json = json;
        Root = root;
        Metadata = metadata;
        ApiVersion = root["apiVersion"u8].AsString() ?? "";
        Kind = root["kind"u8].AsString() ?? "";
    }

    /// <summary>Its text, to the byte as it was read.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Its members.</summary>
    public JsonValue Root { get; }

    /// <inheritdoc />
    public ObjectMeta Metadata { get; }

    /// <summary>Such as <c>apps/v1</c>; empty where it does not say, as in lists of built-in kinds.</summary>
    public string ApiVersion { get; }

    /// <summary>Such as <c>Deployment</c>; empty where it does not say, as in lists of built-in kinds.</summary>
    public string Kind { get; }

    /// <summary>Reads one, as an API server does: of a member that comes twice the last one counts.</summary>
    /// <param name="json">Kept, not copied.</param>
    /// <exception cref="JsonException">It is no JSON object, or its metadata is not as metadata are.</exception>
    public static KubernetesDocument Parse(ReadOnlyMemory<byte> json)
    {
        JsonValue root = JsonAnswer.Parse(json);
        JsonValue metadata = root["metadata"u8];
        return new KubernetesDocument(
            json,
            root,
            metadata.IsAbsent ? ObjectMeta.Empty : JsonSerializer.Deserialize(metadata.RawText, ObjectsJson.Default.ObjectMeta) ?? ObjectMeta.Empty);
    }

    /// <summary>The object with changes, all else as it is; this one stays.</summary>
    /// <exception cref="JsonPatchException">A change does not fit.</exception>
    public KubernetesDocument With(JsonPatch changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArrayBufferWriter<byte> json = new();
        changes.Apply(Root).Write(new JsonWriter(json));
        return Parse(json.WrittenMemory);
    }

    /// <summary>Kind and key: what may be logged of any object, a Secret too.</summary>
    public override string ToString() => $"{(GroupVersion.TryParse(ApiVersion, out GroupVersion version, out _) ? version.WithKind(Kind).ToString() : Kind)} {ObjectKey.Of(this)}";
}
