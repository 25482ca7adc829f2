namespace Webhooks.Resources.Json;

/// <summary>A member of a draft: its name as sent or a string, its value as sent or a draft.</summary>
internal readonly struct DraftMember(JsonTree? tree, int row, string? name, JsonDraft? draft)
{
    /// <summary>The value, where it is a draft.</summary>
    public JsonDraft? Draft => draft;

    /// <summary>The value, where it is as sent; else missing.</summary>
    public JsonValue Value => draft == null ? new JsonValue(tree!, row + 1) : default;

    public string Name => name ?? SentName.GetString();

    private JsonValue SentName => new(tree!, row);

    /// <summary>True for the member of that name, given in both forms.</summary>
    public bool IsNamed(string text, ReadOnlySpan<byte> utf8) => name != null ? name == text : SentName.TextEquals(utf8);

    /// <summary>True when the name is the text of that string.</summary>
    public bool IsNamed(JsonValue text) => name != null
        ? text.GetString() == name
        : JsonEquality.AreEqual(SentName, text);

    public T? Find<T>(NameTable<T> table)
        where T : class => name == null ? table.Find(SentName) : table.Find(name);

    public void WriteName(JsonWriter writer)
    {
        if (name == null)
        {
            writer.WriteName(SentName);
        }
        else
        {
            writer.WriteName(name);
        }
    }
}
