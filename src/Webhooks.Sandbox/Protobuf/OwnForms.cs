using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>Writes the messages whose Go types write their JSON themselves.</summary>
internal static class OwnForms
{
    private static readonly ProtoMessage Quantity = ProtoMessage.Parse("Quantity: 1 string string", "");
    private static readonly ProtoMessage IntOrString = ProtoMessage.Parse("IntOrString: 1 type int64, 2 intVal int32, 3 strVal string", "");
    private static readonly ProtoMessage RawExtension = ProtoMessage.Parse("RawExtension: 1 raw bytes", "");
    private static readonly ProtoMessage Json = ProtoMessage.Parse("JSON: 1 raw bytes", "");
    private static readonly ProtoMessage FieldsV1 = ProtoMessage.Parse("FieldsV1: 1 Raw bytes", "");

    /// <summary>Writes the value of a field of that shape.</summary>
    /// <exception cref="DecodeException">It is none.</exception>
    public static void Write(JsonWriter writer, ProtoShape shape, ReadOnlyMemory<byte> bytes)
    {
        switch (shape)
        {
            case ProtoShape.Time or ProtoShape.MicroTime:
                WriteText(writer, WireTime.Read(bytes, shape == ProtoShape.MicroTime));
                break;
            case ProtoShape.Quantity:
                writer.WriteString(ReadQuantity(bytes));
                break;
            case ProtoShape.IntOrString:
                WriteIntOrString(writer, WireMessage.Read(IntOrString, bytes));
                break;
            case ProtoShape.Raw:
                WriteJson(writer, "runtime.RawExtension", WireMessage.Read(RawExtension, bytes).Last(0)?.Bytes);
                break;
            case ProtoShape.Fields:
                WriteJson(writer, "v1.FieldsV1", WireMessage.Read(FieldsV1, bytes).Last(0)?.Bytes);
                break;
            case ProtoShape.Json:
                ReadOnlyMemory<byte>? json = WireMessage.Read(Json, bytes).Last(0)?.Bytes;
                WriteJson(writer, "v1.JSON", json is { IsEmpty: true } ? null : json);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape, "not a type with a form of its own");
        }
    }

    private static string ReadQuantity(ReadOnlyMemory<byte> bytes)
    {
        if (WireMessage.Read(Quantity, bytes).Last(0) is not { } text)
        {
            return "0";
        }

        return Resources.Quantities.Quantity.TryParse(text.Bytes.Span, out Quantity quantity, out string? error)
            ? quantity.ToString()
            : throw new DecodeException(error);
    }

    private static void WriteIntOrString(JsonWriter writer, WireMessage message)
    {
        switch (unchecked((long)(message.Last(0)?.Number ?? 0)))
        {
            case 0:
                writer.WriteNumber(unchecked((int)(message.Last(1)?.Number ?? 0)));
                break;
            case 1:
                writer.WriteString(WireText.Read((message.Last(2)?.Bytes ?? default).Span));
                break;
            default:
                throw new DecodeException(MarshalError("intstr.IntOrString", "impossible IntOrString.Type"));
        }
    }

    private static void WriteJson(JsonWriter writer, string type, ReadOnlyMemory<byte>? json)
    {
        if (json is not { } text)
        {
            writer.WriteNull();
        }
        else if (JsonSyntax.Problem(text.Span) is { } problem)
        {
            throw new DecodeException(MarshalError(type, problem));
        }
        else
        {
            writer.WriteRaw(text.Span);
        }
    }

    private static void WriteText(JsonWriter writer, string? text)
    {
        if (text == null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteString(text);
        }
    }

    private static string MarshalError(string type, string problem) => $"json: error calling MarshalJSON for type {type}: {problem}";
}
