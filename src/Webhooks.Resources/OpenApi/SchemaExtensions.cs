using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>The <c>x-…</c> members of a schema: all of them as they were written, the common ones by name.</summary>
/// <remarks>Immutable and thread safe. Of a malformed one, which the reader reports, the named property says what an absent one does.</remarks>
public sealed class SchemaExtensions
{
    private readonly KeyValuePair<string, JsonValue>[] _all;

    internal SchemaExtensions(KeyValuePair<string, JsonValue>[] all)
    {
        _all = all;
        foreach ((string name, JsonValue value) in all)
        {
            switch (name)
            {
                case SchemaKeywords.ListType:
                    ListType = value.AsString();
                    break;
                case SchemaKeywords.MapType:
                    MapType = value.AsString();
                    break;
                case SchemaKeywords.ListMapKeys:
                    ListMapKeys = Texts(value);
                    break;
                case SchemaKeywords.PatchMergeKey:
                    PatchMergeKey = value.AsString();
                    break;
                case SchemaKeywords.PatchStrategy:
                    PatchStrategies = value.AsString()?.Split(',') ?? [];
                    break;
                case SchemaKeywords.PreserveUnknownFields:
                    PreservesUnknownFields = value.Kind == JsonKind.True;
                    break;
                case SchemaKeywords.IntOrString:
                    IsIntOrString = value.Kind == JsonKind.True;
                    break;
                case SchemaKeywords.EmbeddedResource:
                    IsEmbeddedResource = value.Kind == JsonKind.True;
                    break;
            }
        }
    }

    internal static SchemaExtensions None { get; } = new([]);

    internal bool AreEmpty => _all.Length == 0;

    /// <summary>All of them, by name, in the document's order; those that came with a reference stand last.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> All => _all;

    /// <summary><c>x-kubernetes-list-type</c>: <c>atomic</c>, <c>set</c> or <c>map</c>; <c>null</c> for none. Other words are kept.</summary>
    public string? ListType { get; }

    /// <summary><c>x-kubernetes-list-map-keys</c>: the members that tell the items of a list map apart.</summary>
    public IReadOnlyList<string> ListMapKeys { get; } = [];

    /// <summary><c>x-kubernetes-map-type</c>: <c>atomic</c> or <c>granular</c>; <c>null</c> for none. Other words are kept.</summary>
    public string? MapType { get; }

    /// <summary><c>x-kubernetes-patch-merge-key</c>, of a strategic merge patch; <c>null</c> for none.</summary>
    public string? PatchMergeKey { get; }

    /// <summary><c>x-kubernetes-patch-strategy</c>, of a strategic merge patch: its words, <c>merge</c> and <c>retainKeys</c> among them.</summary>
    public IReadOnlyList<string> PatchStrategies { get; } = [];

    /// <summary><c>x-kubernetes-preserve-unknown-fields</c>: whether members that the schema does not name are stored.</summary>
    public bool PreservesUnknownFields { get; }

    /// <summary><c>x-kubernetes-int-or-string</c>: whether the value is a whole number or a string.</summary>
    public bool IsIntOrString { get; }

    /// <summary><c>x-kubernetes-embedded-resource</c>: whether the value is an object with apiVersion, kind and metadata.</summary>
    public bool IsEmbeddedResource { get; }

    /// <summary><c>x-kubernetes-validations</c>: the CEL rules as they were written, an array; missing for none.</summary>
    public JsonValue Validations => this[SchemaKeywords.Validations];

    /// <summary><c>x-kubernetes-group-version-kind</c>: the kinds whose objects this is the schema of. Cost: read at each call.</summary>
    public IEnumerable<GroupVersionKind> GroupVersionKinds =>
        this[SchemaKeywords.GroupVersionKind].Items().Select(kind => new GroupVersionKind(
            kind["group"u8].AsString() ?? "", kind["version"u8].AsString() ?? "", kind["kind"u8].AsString() ?? ""));

    /// <summary>The extension of that name, <c>x-kubernetes-unions</c>, as it was written; missing when there is none.</summary>
    public JsonValue this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, JsonValue> one in _all)
            {
                if (one.Key == name)
                {
                    return one.Value;
                }
            }

            return default;
        }
    }

    /// <summary>These, and those of <paramref name="other"/> that these don't name.</summary>
    internal SchemaExtensions Over(SchemaExtensions other) =>
        other._all.Length == 0 ? this
        : _all.Length == 0 ? other
        : new([.. _all, .. other._all.Where(theirs => this[theirs.Key].IsMissing)]);

    private static List<string> Texts(JsonValue list)
    {
        List<string> texts = new(list.Count);
        JsonCursor items = new(list);
        while (items.MoveNext())
        {
            if (items.Value.AsString() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}
