using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Pods;

/// <summary>
/// One spelling for all spellings of a value: as the API server stores it (constant defaults in, what it drops and
/// empty structs out, quantities canonical), without white space, members sorted.
/// </summary>
internal static class CanonicalJson
{
    public static string Of(JsonValue value, Shape shape)
    {
        using PooledBuffer buffer = new();
        Write(value, shape, new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(JsonValue value, Shape shape, JsonWriter writer)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                WriteMembers(value, shape, writer);
                break;
            case JsonKind.Array:
                writer.StartArray();
                JsonCursor items = new(value);
                while (items.MoveNext())
                {
                    Write(items.Value, shape.Item ?? Shape.Any, writer);
                }

                writer.EndArray();
                break;
            case JsonKind.String or JsonKind.Number when shape.Kind == ShapeKind.Quantity:
                writer.WriteString(QuantityJson.TryRead(value, out Quantity quantity, out _)
                    ? quantity.ToString()
                    : value.AsString() ?? value.ToString());
                break;
            case JsonKind.String:
                writer.WriteString(value.GetString());
                break;
            default:
                writer.WriteRaw(value.RawText);
                break;
        }
    }

    private static void WriteMembers(JsonValue value, Shape shape, JsonWriter writer)
    {
        SortedDictionary<string, (JsonValue Value, Shape Shape)> members = new(StringComparer.Ordinal);
        foreach (ShapeField field in shape.Defaulted)
        {
            if (!StoredForm.IsAbsent(field.Shape.Default, field.Shape))
            {
                members[field.Name] = (field.Shape.Default, field.Shape);
            }
        }

        foreach ((string name, JsonValue member) in value.Members())
        {
            Shape field = shape.Kind == ShapeKind.Map ? shape.Item! : shape.Fields.GetValueOrDefault(name, Shape.Any);
            if (!StoredForm.IsAbsent(member, field))
            {
                members[name] = (member, field);
            }
        }

        writer.StartObject();
        foreach ((string name, (JsonValue member, Shape field)) in members)
        {
            writer.WriteName(name);
            Write(member, field, writer);
        }

        writer.EndObject();
    }
}
