using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>The named schemas of a published document, made when they are first referred to.</summary>
internal sealed class SchemaReferences
{
    private const string Prefix = "#/components/schemas/";
    private readonly Dictionary<string, JsonValue> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Schema> _made = new(StringComparer.Ordinal);
    private readonly string _path;

    /// <summary>The schemas that are the members of <paramref name="named"/>, an object.</summary>
    public SchemaReferences(JsonValue named, string path)
    {
        _path = path;
        JsonCursor members = new(named);
        while (members.MoveNext())
        {
            _sources.Add(members.Name, members.Value);
        }
    }

    /// <summary>What a schema refers to when it does nothing else: one <c>$ref</c>, or one in <c>allOf</c>, beside annotations; else missing.</summary>
    public static JsonValue In(JsonValue node)
    {
        JsonValue reference = node["$ref"u8];
        bool isDirect = !reference.IsAbsent;
        if (!isDirect && node["allOf"u8] is { Kind: JsonKind.Array, Count: 1 } all)
        {
            JsonValue only = all.Items().First();
            reference = only.Count == 1 ? only["$ref"u8] : default;
        }

        return reference.Kind == JsonKind.String && StandsAlone(node, isDirect ? "$ref"u8 : "allOf"u8) ? reference : default;
    }

    /// <summary>All schemas by name.</summary>
    public Dictionary<string, Schema> MakeAll(SchemaRun run)
    {
        foreach (string name in _sources.Keys)
        {
            Find(name, run);
        }

        return _made;
    }

    /// <summary>The schema that the text of a reference leads to; <c>null</c> when it leads nowhere.</summary>
    public Schema? Follow(string reference, SchemaRun run) => NameIn(reference) is { } name ? Find(name, run) : null;

    private static bool StandsAlone(JsonValue node, ReadOnlySpan<byte> keyword)
    {
        JsonCursor members = new(node);
        while (members.MoveNext())
        {
            if (!members.Value.IsAbsent && !members.NameValue.TextEquals(keyword) && !SchemaKeywords.IsAnnotation(SchemaKeywords.NameOf(members)))
            {
                return false;
            }
        }

        return true;
    }

    private static string? NameIn(string reference)
    {
        if (!reference.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string name = reference[Prefix.Length..];
        return name.AsSpan().ContainsAny('%', '~')
            ? Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : name;
    }

    /// <summary>Makes the end of a chain of references first, so that its length costs no stack.</summary>
    private Schema? Find(string name, SchemaRun run)
    {
        if (_made.TryGetValue(name, out Schema? made))
        {
            return made;
        }

        Stack<string> chain = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? at = name;
        while (at != null && !_made.ContainsKey(at) && _sources.TryGetValue(at, out JsonValue node) && seen.Add(at))
        {
            chain.Push(at);
            at = In(node).AsString() is { } next ? NameIn(next) : null;
        }

        bool isCycle = at != null && seen.Contains(at);
        while (chain.TryPop(out at))
        {
            SchemaPath path = SchemaPath.Root(_path, at);
            _made[at] = isCycle ? run.MakeEndless(_sources[at], path, at) : run.Make(_sources[at], path, at);
            isCycle = false;
        }

        return _made.GetValueOrDefault(name);
    }
}
