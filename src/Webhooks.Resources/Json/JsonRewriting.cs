namespace Webhooks.Resources.Json;

/// <summary>Writes what a lenient reading made of a value: shadowed members left out, repaired text as repaired.</summary>
internal static class JsonRewriting
{
    public static void Write(JsonValue value, JsonWriter writer)
    {
        Stack<JsonCursor> open = new();
        Start(value, writer, open);
        while (open.Count > 0)
        {
            JsonCursor cursor = open.Pop();
            if (!cursor.MoveNext())
            {
                if (cursor.IsObject)
                {
                    writer.EndObject();
                }
                else
                {
                    writer.EndArray();
                }

                continue;
            }

            open.Push(cursor);
            if (cursor.IsObject)
            {
                writer.WriteName(cursor.Name);
            }

            Start(cursor.Value, writer, open);
        }
    }

    private static void Start(JsonValue value, JsonWriter writer, Stack<JsonCursor> open)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                writer.StartObject();
                open.Push(new JsonCursor(value));
                break;
            case JsonKind.Array:
                writer.StartArray();
                open.Push(new JsonCursor(value));
                break;
            case JsonKind.String:
                writer.WriteString(value.GetString());
                break;
            default:
                writer.WriteRaw(value.RawText);
                break;
        }
    }
}
