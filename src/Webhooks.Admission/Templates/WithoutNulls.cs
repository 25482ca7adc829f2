using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>A value without the members that are null: a template that says nothing about a field writes nothing.</summary>
internal static class WithoutNulls
{
    public static JsonValue Of(JsonValue value)
    {
        PooledBuffer buffer = new();
        Write(value, new JsonWriter(buffer));
        return JsonTree.Parse(buffer.WrittenSpan.ToArray()).Root;
    }

    /// <summary>Recurses no deeper than a template may be: 256 containers.</summary>
    private static void Write(JsonValue value, JsonWriter writer)
    {
        JsonCursor cursor = new(value);
        switch (value.Kind)
        {
            case JsonKind.Object:
                writer.StartObject();
                while (cursor.MoveNext())
                {
                    if (!cursor.Value.IsAbsent)
                    {
                        writer.WriteName(cursor.Name);
                        Write(cursor.Value, writer);
                    }
                }

                writer.EndObject();
                break;
            case JsonKind.Array:
                writer.StartArray();
                while (cursor.MoveNext())
                {
                    Write(cursor.Value, writer);
                }

                writer.EndArray();
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
