using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access;

/// <summary>Lists of strings as members of a written object.</summary>
internal static class JsonLists
{
    /// <summary>Writes a member that is a list of strings, be it empty.</summary>
    public static void WriteStrings(this JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteName(name);
        writer.StartArray();
        foreach (string text in texts)
        {
            writer.WriteString(text);
        }

        writer.EndArray();
    }

    /// <summary>The same, unless the list is empty.</summary>
    public static void WriteStringsIfAny(this JsonWriter writer, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0)
        {
            writer.WriteStrings(name, texts);
        }
    }

    /// <summary>Writes a member that is a string, unless it is empty.</summary>
    public static void WriteTextIfAny(this JsonWriter writer, string name, string text)
    {
        if (text.Length > 0)
        {
            writer.WriteText(name, text);
        }
    }

    /// <summary>What <paramref name="write"/> writes, as a document of its own.</summary>
    public static JsonValue Document(Action<JsonWriter> write)
    {
        using PooledBuffer buffer = new();
        write(new JsonWriter(buffer));
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Compact().Root;
    }
}
