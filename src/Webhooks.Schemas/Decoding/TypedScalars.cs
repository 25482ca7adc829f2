using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Quantities;

namespace Webhooks.Schemas.Decoding;

/// <summary>Writes scalars as Go writes what they were decoded into; an absent one is the type's zero.</summary>
internal sealed class TypedScalars(JsonWriter writer)
{
    /// <summary>Whether <c>omitempty</c> takes a value that is there for empty.</summary>
    public static bool IsEmpty(JsonValue value, GoShape shape) => shape switch
    {
        GoShape.String or GoShape.Bytes => value.RawText.Length == 2,
        GoShape.Bool => value.Kind == JsonKind.False,
        GoShape.Integer => value.TryGetInt64(out long number) && number == 0,
        GoShape.Float => JsonWords.Double(value) == 0,
        _ => false,
    };

    /// <summary>Writes a scalar.</summary>
    /// <exception cref="DecodeException">It is a time, and none.</exception>
    public void Write(JsonValue value, GoShape shape)
    {
        if (value.IsAbsent)
        {
            Zero(shape, value);
            return;
        }

        switch (shape)
        {
            case GoShape.Time or GoShape.MicroTime:
                Time(value.GetString(), isMicro: shape == GoShape.MicroTime);
                break;
            case GoShape.Quantity:
                writer.WriteString(QuantityJson.TryRead(value, out Quantity quantity, out _) ? quantity.ToString() : "0");
                break;
            case GoShape.Bytes when value.Kind == JsonKind.String:
                writer.WriteString(Convert.ToBase64String(Base64Text.Decode(value.GetString(), out _) ?? []));
                break;
            case GoShape.Integer or GoShape.IntOrString when value.TryGetInt64(out long number):
                writer.WriteNumber(number);
                break;
            case GoShape.Float:
                writer.WriteRaw(Encoding.ASCII.GetBytes(GoNumber.Json(JsonWords.Double(value))));
                break;
            default:
                writer.WriteCompact(value);
                break;
        }
    }

    private void Zero(GoShape shape, JsonValue value)
    {
        switch (shape)
        {
            case GoShape.Time or GoShape.MicroTime or GoShape.Bytes:
                writer.WriteNull();
                break;
            case GoShape.Quantity:
                writer.WriteString("0");
                break;
            case GoShape.Bool:
                writer.WriteBool(false);
                break;
            case GoShape.String:
                writer.WriteString("");
                break;
            case GoShape.Integer or GoShape.IntOrString or GoShape.Float:
                writer.WriteNumber(0);
                break;
            default:
                writer.WriteCompact(value);
                break;
        }
    }

    /// <summary>Go's zero time is written as null.</summary>
    private void Time(string text, bool isMicro)
    {
        if (GoTime.Parse(text, isMicro ? GoTime.Micro : GoTime.Rfc3339, out DateTimeOffset time) is { } problem)
        {
            throw new DecodeException(problem);
        }

        if (time.Ticks == 0)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteString(isMicro ? GoTime.WriteMicro(time) : GoTime.Write(time));
        }
    }
}
