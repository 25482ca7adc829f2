namespace Webhooks.Resources.Json;

/// <summary>Writes what a lenient reading made of a value: shadowed members left out, repaired text as repaired.</summary>
internal static class JsonRewriting
{
    public static void Write(JsonValue value, JsonWriter writer)
    {
        if (value.Kind is not (JsonKind.Object or JsonKind.Array))
        {
            WriteScalar(value, writer);
            return;
        }

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
                writer.WriteName(cursor.NameValue);
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
            default:
                WriteScalar(value, writer);
                break;
        }
    }

    private static void WriteScalar(JsonValue value, JsonWriter writer)
    {
        if (value.Kind == JsonKind.String && !value.TryGetPlainText(out _))
        {
            writer.WriteString(value.GetString());
        }
        else
        {
            writer.WriteRaw(value.RawText);
        }
    }
}
