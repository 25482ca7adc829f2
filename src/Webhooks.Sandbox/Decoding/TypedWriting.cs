using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Writes a value as Go writes the struct that it was decoded into; the value was looked at before.</summary>
/// <param name="writer">Where to.</param>
/// <param name="keepsEmptyLists">Whether an empty list stays one; else it is none, as storage in protobuf makes it.</param>
internal sealed class TypedWriting(JsonWriter writer, bool keepsEmptyLists)
{
    /// <summary>Writes a whole object, with kind and apiVersion.</summary>
    public void Write(JsonValue value, GoType type, DecodeTarget target)
    {
        writer.StartObject();
        writer.WriteText("kind", target.Kind.Kind);
        writer.WriteText("apiVersion", target.ApiVersion);
        foreach (GoField field in type.Struct.Fields)
        {
            if (field.Name is not ("kind" or "apiVersion"))
            {
                Field(field, value[field.Utf8Name]);
            }
        }

        writer.EndObject();
    }

    /// <summary>Writes a part of an object: its metadata.</summary>
    public void WriteStruct(JsonValue value, GoType type) => Struct(value, type.Struct);

    private void Field(GoField field, JsonValue value)
    {
        bool isEmpty = field.IsPointer ? value.IsAbsent : IsEmpty(value, field.Type);
        if (isEmpty && !field.IsAlwaysWritten)
        {
            return;
        }

        writer.WriteName(field.Utf8Name);
        bool isNull = value.IsAbsent && (field.IsPointer || field.Type.Shape is GoShape.Slice or GoShape.Map or GoShape.Bytes);
        if (isNull || (isEmpty && !keepsEmptyLists && field.Type.Shape is GoShape.Slice))
        {
            writer.WriteNull();
        }
        else
        {
            Value(value, field.Type);
        }
    }

    /// <summary>What <c>omitempty</c> takes for empty; of structs, what <c>omitzero</c> does.</summary>
    private static bool IsEmpty(JsonValue value, GoType type) => value.IsAbsent || type.Shape switch
    {
        GoShape.String => value.RawText.Length == 2,
        GoShape.Bool => value.Kind == JsonKind.False,
        GoShape.Integer => value.TryGetInt64(out long number) && number == 0,
        GoShape.Float => JsonWords.Double(value) == 0,
        GoShape.Slice or GoShape.Map => value.Count == 0,
        GoShape.Bytes => value.RawText.Length == 2,
        _ => false,
    };

    private void Value(JsonValue value, GoType type)
    {
        switch (type.Shape)
        {
            case GoShape.Struct:
                Struct(value, type.Struct);
                break;
            case GoShape.StructOrOther when value.Kind == JsonKind.Object && type.Schema != null:
                Struct(value, type.Struct);
                break;
            case GoShape.Map:
                Map(value, type.Element!);
                break;
            case GoShape.Slice:
                Slice(value, type.Element!);
                break;
            case GoShape.Raw or GoShape.StructOrOther:
                Raw(value);
                break;
            default:
                Scalar(value, type);
                break;
        }
    }

    private void Struct(JsonValue value, GoStruct type)
    {
        writer.StartObject();
        foreach (GoField field in type.Fields)
        {
            Field(field, value[field.Utf8Name]);
        }

        writer.EndObject();
    }

    private void Map(JsonValue value, GoType element)
    {
        writer.StartObject();
        foreach ((string name, JsonValue item) in value.Members().OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            writer.WriteName(name);
            Value(item, element);
        }

        writer.EndObject();
    }

    private void Slice(JsonValue value, GoType element)
    {
        writer.StartArray();
        JsonCursor items = new(value);
        while (items.MoveNext())
        {
            Value(items.Value, element);
        }

        writer.EndArray();
    }

    private void Raw(JsonValue value)
    {
        if (value.IsMissing)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteCompact(value);
        }
    }

    private void Scalar(JsonValue value, GoType type)
    {
        switch (type.Shape)
        {
            case GoShape.Time or GoShape.MicroTime when value.IsAbsent:
                writer.WriteNull();
                break;
            case GoShape.Time or GoShape.MicroTime:
                Time(value.GetString(), isMicro: type.Shape == GoShape.MicroTime);
                break;
            case GoShape.Quantity:
                writer.WriteString(!value.IsMissing && QuantityJson.TryRead(value, out Quantity quantity, out _) ? quantity.ToString() : "0");
                break;
            case GoShape.Bytes when value.Kind == JsonKind.String:
                writer.WriteString(Convert.ToBase64String(Base64Text.Decode(value.GetString(), out _) ?? []));
                break;
            case GoShape.Bytes when value.IsAbsent:
                writer.WriteNull();
                break;
            case GoShape.Bool when value.IsAbsent:
                writer.WriteBool(false);
                break;
            case GoShape.String when value.IsAbsent:
                writer.WriteString("");
                break;
            case GoShape.Integer or GoShape.IntOrString or GoShape.Float when value.IsAbsent:
                writer.WriteNumber(0);
                break;
            case GoShape.Integer or GoShape.IntOrString when value.TryGetInt64(out long number):
                writer.WriteNumber(number);
                break;
            case GoShape.Float:
                writer.WriteRaw(System.Text.Encoding.ASCII.GetBytes(GoNumber.Json(JsonWords.Double(value))));
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
