using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Patching;

/// <summary>A JSON patch on its way through a working copy of an object.</summary>
internal sealed class JsonPatchRun(JsonValue current)
{
    /// <summary>Bytes that all copies of a patch may add up to: the server's <c>JSONPatchMaxCopyBytes</c>.</summary>
    private const int MayCopy = 3 * 1024 * 1024;

    private static readonly JsonValue Null = JsonTree.Parse("null").Compact().Root;

    private readonly JsonPatchEquality _equality = new(current);
    private int _copied;

    /// <summary>The object as it is now.</summary>
    public JsonDraft Result { get; private set; } = new(current);

    /// <summary>Does one operation.</summary>
    /// <returns>False where the server refuses it; the working copy is of no use then.</returns>
    public bool TryDo(JsonValue operation)
    {
        string? path = operation["path"u8].AsString();
        string? from = operation["from"u8].AsString();
        JsonValue value = operation["value"u8];
        return path != null && operation["op"u8].AsString() switch
        {
            "add" => Add(path, DraftOf(value)),
            "remove" => Remove(path),
            "replace" => Replace(path, value),
            "move" => from != null && Find(from, out JsonDraft? moved) && Remove(from) && Add(path, moved ?? new JsonDraft(Null)),
            "copy" => from != null && Find(from, out JsonDraft? copied) && Copy(path, copied),
            "test" => Test(path, value),
            _ => false,
        };
    }

    private bool Add(string path, JsonDraft value) => JsonPatchPlace.TryFind(Result, path, out JsonPatchPlace? place) && place.Add(value);

    private bool Remove(string path) => JsonPatchPlace.TryFind(Result, path, out JsonPatchPlace? place) && place.Remove();

    private bool Replace(string path, JsonValue value)
    {
        if (path.Length == 0)
        {
            Result = value.Kind >= JsonKind.Array ? new JsonDraft(value) : Result;
            return value.Kind >= JsonKind.Array;
        }

        return JsonPatchPlace.TryFind(Result, path, out JsonPatchPlace? place) && place.Replace(DraftOf(value));
    }

    private bool Copy(string path, JsonDraft? source)
    {
        JsonValue copy = source?.Freeze(JsonPolicy.Server) ?? Null;
        _copied += source == null ? 0 : copy.RawText.Length;
        return _copied <= MayCopy && Add(path, new JsonDraft(copy));
    }

    private bool Test(string path, JsonValue expected)
    {
        JsonDraft? found = Result;
        return (path.Length == 0 || Find(path, out found)) && (found == null ? expected.IsAbsent : _equality.AreEqual(found, expected));
    }

    private bool Find(string path, out JsonDraft? found)
    {
        found = null;
        return JsonPatchPlace.TryFind(Result, path, out JsonPatchPlace? place) && place.TryGet(out found);
    }

    private static JsonDraft DraftOf(JsonValue value) => new(value.IsMissing ? Null : value);
}
