using System.Globalization;
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
            "add" => Add(path, new JsonDraft(value.IsMissing ? Null : value)),
            "remove" => Remove(path),
            "replace" => Replace(path, value),
            "move" => from != null && Find(from, out JsonDraft? moved) && Remove(from) && Add(path, moved ?? new JsonDraft(Null)),
            "copy" => from != null && Find(from, out JsonDraft? copied) && Copy(path, copied),
            "test" => Test(path, value),
            _ => false,
        };
    }

    private bool Add(string path, JsonDraft value)
    {
        if (!FindContainer(path, out JsonDraft container, out string key))
        {
            return false;
        }

        if (container.Kind == JsonKind.Object)
        {
            container.Set(key, value);
            return true;
        }

        if (!TryIndex(key, container.Count + 1, out int index) && key != "-")
        {
            return false;
        }

        container.Insert(key == "-" ? container.Count : index, value);
        return true;
    }

    private bool Remove(string path)
    {
        if (!FindContainer(path, out JsonDraft container, out string key))
        {
            return false;
        }

        if (container.Kind == JsonKind.Object)
        {
            return container.Remove(key) != null;
        }

        if (!TryIndex(key, container.Count, out int index))
        {
            return false;
        }

        container.RemoveItem(index);
        return true;
    }

    private bool Replace(string path, JsonValue value)
    {
        if (path.Length == 0)
        {
            Result = value.Kind >= JsonKind.Array ? new JsonDraft(value) : Result;
            return value.Kind >= JsonKind.Array;
        }

        if (!FindContainer(path, out JsonDraft container, out string key))
        {
            return false;
        }

        JsonDraft replacement = new(value.IsMissing ? Null : value);
        if (container.Kind == JsonKind.Object)
        {
            container.Set(key, replacement);
            return true;
        }

        if (!TryIndex(key, container.Count, out int index))
        {
            return false;
        }

        container.SetItem(index, replacement);
        return true;
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

    /// <summary>The value at a path; none for a member that its object does not have.</summary>
    /// <returns>False where there is no such object, and no such item of a list.</returns>
    private bool Find(string path, out JsonDraft? found)
    {
        found = null;
        return FindContainer(path, out JsonDraft container, out string key) && TryGet(container, key, out found);
    }

    /// <summary>What holds the place that a path names, and the name or index there. What stands before the first slash is not looked at.</summary>
    private bool FindContainer(string path, out JsonDraft container, out string key)
    {
        string[] tokens = path.Split('/');
        container = Result;
        key = Unescape(tokens[^1]);
        for (int i = 1; i < tokens.Length - 1; i++)
        {
            if (!TryGet(container, Unescape(tokens[i]), out JsonDraft? next) || next is not { Kind: JsonKind.Object or JsonKind.Array })
            {
                return false;
            }

            container = next;
        }

        return tokens.Length > 1;
    }

    private static bool TryGet(JsonDraft container, string key, out JsonDraft? found)
    {
        found = null;
        if (container.Kind == JsonKind.Object)
        {
            found = container.Find(key);
            return true;
        }

        if (!TryIndex(key, container.Count, out int index))
        {
            return false;
        }

        found = container.Items[index];
        return true;
    }

    /// <summary>The index that a token says as <c>strconv.Atoi</c> reads it: with sign and leading zeros; negative ones count from the end.</summary>
    private static bool TryIndex(string token, int count, out int index)
    {
        bool isNumber = int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index);
        index += isNumber && index < 0 ? count : 0;
        return isNumber && index >= 0 && index < count;
    }

    private static string Unescape(string token) =>
        token.Contains('~', StringComparison.Ordinal)
            ? token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : token;
}
