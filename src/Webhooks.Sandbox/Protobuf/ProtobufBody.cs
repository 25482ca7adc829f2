using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>A body of <c>application/vnd.kubernetes.protobuf</c>: the envelope that says its kind, and in it the object.</summary>
/// <param name="TypeMeta">What it says of its kind.</param>
/// <param name="Raw">The object's message.</param>
/// <remarks>Source: k8s.io/apimachinery, pkg/runtime/serializer/protobuf.</remarks>
internal sealed record ProtobufBody(TypeMeta TypeMeta, ReadOnlyMemory<byte> Raw)
{
    private static readonly ProtoMessage Unknown =
        ProtoMessage.Parse("Unknown: 1 typeMeta bytes, 2 raw bytes, 3 contentEncoding string, 4 contentType string", "");

    private static readonly ProtoMessage UnknownType = ProtoMessage.Parse("TypeMeta: 1 apiVersion/APIVersion string, 2 kind string", "");

    private static ReadOnlySpan<byte> Prefix => "k8s\0"u8;

    /// <summary>Reads the envelope.</summary>
    /// <exception cref="DecodeException">It is none.</exception>
    public static ProtobufBody Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            throw new DecodeException("empty data");
        }

        if (!body.Span.StartsWith(Prefix))
        {
            throw new DecodeException("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }

        if (body.Length == Prefix.Length)
        {
            throw new DecodeException("empty body");
        }

        WireMessage message = WireMessage.Read(Unknown, body[Prefix.Length..]);
        WireMessage type = WireMessage.Read(UnknownType, message.Merged(0));
        string apiVersion = Text(type, 0);
        return new(
            new(GroupVersion.TryParse(apiVersion, out _, out _) ? apiVersion : "", Text(type, 1)),
            message.Last(1)?.Bytes ?? default);
    }

    /// <summary>The object.</summary>
    /// <param name="asked">The kind that the request asks for; it counts where the envelope says none.</param>
    /// <exception cref="DecodeException">No object of that kind is in it, or no such kind has a message.</exception>
    public JsonValue Decode(GroupVersionKind asked)
    {
        GroupVersionKind kind = TypeMeta.Or(asked);
        ProtoMessage type = ProtoMessages.Find(kind) ?? throw TypedDecoding.Unregistered(kind);
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteText("kind", kind.Kind);
        writer.WriteText("apiVersion", new GroupVersion(kind.Group, kind.Version).ToString());
        new MessageWriting(writer).WriteMembers(type, Raw);
        writer.EndObject();
        try
        {
            return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Root;
        }
        catch (JsonFormatException e)
        {
            throw new DecodeException(e.Problem);
        }
    }

    /// <summary>The error of a custom resource, which has no message.</summary>
    public static DecodeException NoMessage() =>
        new("object *unstructured.Unstructured does not implement the protobuf marshalling interface and cannot be encoded to a protobuf message");

    private static string Text(WireMessage message, int field) => WireText.Read((message.Last(field)?.Bytes ?? default).Span);
}
