using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>A value without the members that are null: a template that says nothing about a field writes nothing.</summary>
internal static class WithoutNulls
{
    /// <summary>An object without its nulls, and without one of its members.</summary>
    public static JsonValue Of(JsonValue value, string except)
    {
        PooledBuffer buffer = new();
        Write(value, except, new JsonWriter(buffer));
        return JsonTree.Parse(buffer.WrittenSpan.ToArray()).Root;
    }

    /// <summary>Recurses no deeper than a template may be: 256 containers.</summary>
    private static void Write(JsonValue value, string? except, JsonWriter writer)
    {
        JsonCursor cursor = new(value);
        switch (value.Kind)
        {
            case JsonKind.Object:
                writer.StartObject();
                while (cursor.MoveNext())
                {
                    string name = cursor.Name;
                    if (!cursor.Value.IsAbsent && name != except)
                    {
                        writer.WriteName(name);
                        Write(cursor.Value, null, writer);
                    }
                }

                writer.EndObject();
                break;
            case JsonKind.Array:
                writer.StartArray();
                while (cursor.MoveNext())
                {
                    Write(cursor.Value, null, writer);
                }

                writer.EndArray();
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
