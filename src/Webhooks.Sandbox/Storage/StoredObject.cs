using System.Buffers.Text;
using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Storage;

/// <summary>
/// One version of an object as it is kept: compact JSON without <c>kind</c> and <c>apiVersion</c>, which depend on who
/// asks, and where in it the parts stand that are asked for often.
/// </summary>
/// <remarks>Immutable and thread safe. About 100 bytes beside the JSON and the key.</remarks>
internal sealed class StoredObject
{
    private static readonly int BeforeMetadata = "{\"metadata\":"u8.Length;

    private readonly byte[] _json;
    private readonly int _revisionStart;
    private readonly int _revisionLength;
    private readonly int _labelsStart;
    private readonly int _labelsLength;
    private readonly int _nameStart;

    private StoredObject(string key, int nameStart, byte[] json, long revision, int revisionStart, int revisionLength, int labelsStart, int labelsLength)
    {
        Key = key;
        _nameStart = nameStart;
        _json = json;
        Revision = revision;
        _revisionStart = revisionStart;
        _revisionLength = revisionLength;
        _labelsStart = labelsStart;
        _labelsLength = labelsLength;
    }

    /// <summary>Where it stands in its collection: <c>namespace/name</c>, or the name of a cluster-scoped object.</summary>
    public string Key { get; }

    /// <summary>The namespace; empty for a cluster-scoped object.</summary>
    public string Namespace => _nameStart == 0 ? "" : Key[..(_nameStart - 1)];

    /// <summary>The name.</summary>
    public string Name => Key[_nameStart..];

    /// <summary>The revision of the write that made this version: its <c>metadata.resourceVersion</c>.</summary>
    public long Revision { get; }

    /// <summary>The object in compact JSON, without its type; <c>metadata</c> comes first.</summary>
    public ReadOnlyMemory<byte> Json => _json;

    /// <summary>The object as a tree, without its type; read anew each time.</summary>
    public JsonValue Read() => JsonTree.Parse(_json, JsonPolicy.Server).Root;

    /// <summary>The object as a tree with that type; read anew each time.</summary>
    public JsonValue Read(GroupVersionKind kind) => JsonTree.Parse(ObjectType.Join(kind, _json), JsonPolicy.Server).Root;

    /// <summary>Its labels as a tree; missing for none.</summary>
    public JsonValue ReadLabels() => _labelsLength == 0
        ? default
        : JsonTree.Parse(_json.AsMemory(_labelsStart, _labelsLength), JsonPolicy.Server).Root;

    /// <summary>The same content as of another revision: what a watch shows when the object leaves it.</summary>
    public StoredObject At(long revision)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(revision, digits, out int length);
        int shift = length - _revisionLength;
        byte[] json = new byte[_json.Length + shift];
        _json.AsSpan(0, _revisionStart).CopyTo(json);
        digits[..length].CopyTo(json.AsSpan(_revisionStart));
        _json.AsSpan(_revisionStart + _revisionLength).CopyTo(json.AsSpan(_revisionStart + length));
        int labelsStart = _labelsStart > _revisionStart ? _labelsStart + shift : _labelsStart;
        return new StoredObject(Key, _nameStart, json, revision, _revisionStart, length, labelsStart, _labelsLength);
    }

    /// <summary>An object to be stored; its <c>metadata.resourceVersion</c> is put in when it is known.</summary>
    /// <param name="draft">The object, which is changed; <c>metadata.name</c> is set, and <c>metadata.namespace</c> where it has one.</param>
    /// <returns>The object at revision 0.</returns>
    public static StoredObject Of(JsonDraft draft)
    {
        JsonDraft metadata = draft.Find("metadata") ?? throw new ArgumentException("an object to be stored has metadata", nameof(draft));
        metadata.Set("resourceVersion", new JsonDraft(JsonTree.OfString("0"u8).Root));
        byte[] json = ObjectType.WriteWithout(draft);
        // It comes first, so the rest need not be read.
        using JsonTree tree = JsonTree.ParseFirst(json.AsMemory(BeforeMetadata), JsonPolicy.Server);
        JsonValue read = tree.Root;
        JsonValue labels = read["labels"u8];
        string name = read["name"u8].GetString();
        string prefix = read["namespace"u8].AsString() is { Length: > 0 } space ? space + "/" : "";
        return new StoredObject(
            prefix + name,
            prefix.Length,
            json,
            0,
            BeforeMetadata + read["resourceVersion"u8].Offset + 1,
            1,
            BeforeMetadata + labels.Offset,
            labels.Kind == JsonKind.Object && labels.Count > 0 ? labels.RawText.Length : 0);
    }

    /// <summary>The key of an object.</summary>
    public static string KeyOf(string space, string name) => space.Length == 0 ? name : string.Concat(space, "/", name);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key} at {Revision}");
}
