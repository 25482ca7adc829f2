using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Tests.Pods;

/// <summary>The schemas that one type needs, of a published document: a line for each, without descriptions.</summary>
internal static class TrimmedSchemas
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>The text of the trimmed document.</summary>
    public static string Of(JsonValue document, string type)
    {
        SortedSet<string> needed = new(StringComparer.Ordinal);
        Stack<string> pending = new([type]);
        while (pending.TryPop(out string? name))
        {
            if (needed.Add(name))
            {
                References(document[name], pending);
            }
        }

        return "{\n" + string.Join(",\n", needed.Select(name => $"\"{name}\":{Text(document[name])}")) + "\n}\n";
    }

    private static void References(JsonValue value, Stack<string> found)
    {
        JsonCursor cursor = new(value);
        while (cursor.MoveNext())
        {
            if (cursor.IsObject && cursor.Name == "$ref")
            {
                found.Push(cursor.Value.GetString()[Prefix.Length..]);
            }

            References(cursor.Value, found);
        }
    }

    private static string Text(JsonValue schema)
    {
        JsonDraft draft = new(schema);
        draft.Remove("description");
        foreach ((string name, _) in schema["properties"u8].Members())
        {
            draft.Find("properties")!.Find(name)!.Remove("description");
        }

        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(draft.Freeze());
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
