using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Patching;

/// <summary>A place in an object that a JSON patch names: what holds it, and the name or index there. Something need not stand there.</summary>
/// <param name="container">An object or a list.</param>
/// <param name="key">The name or index.</param>
internal sealed class JsonPatchPlace(JsonDraft container, string key)
{
    /// <summary>Goes the way of a path. What stands before its first slash is not looked at.</summary>
    /// <returns>False where the way ends before the last step.</returns>
    public static bool TryFind(JsonDraft root, string path, [NotNullWhen(true)] out JsonPatchPlace? place)
    {
        string[] tokens = path.Split('/');
        place = tokens.Length > 1 ? new JsonPatchPlace(root, Unescape(tokens[1])) : null;
        for (int i = 2; i < tokens.Length && place != null; i++)
        {
            place = place.TryGet(out JsonDraft? next) && next is { Kind: JsonKind.Object or JsonKind.Array }
                ? new JsonPatchPlace(next, Unescape(tokens[i]))
                : null;
        }

        return place != null;
    }

    /// <summary>The value there; none for a member that its object does not have.</summary>
    /// <returns>False where there is no such item of a list.</returns>
    public bool TryGet(out JsonDraft? found)
    {
        found = null;
        if (container.Kind == JsonKind.Object)
        {
            found = container.Find(key);
            return true;
        }

        if (!TryIndex(container.Count, out int index))
        {
            return false;
        }

        found = container.Items[index];
        return true;
    }

    /// <summary>Sets a member, or inserts an item.</summary>
    /// <returns>False where a list has no such place.</returns>
    public bool Add(JsonDraft value)
    {
        if (container.Kind == JsonKind.Object)
        {
            container.Set(key, value);
            return true;
        }

        if (!TryIndex(container.Count + 1, out int index) && key != "-")
        {
            return false;
        }

        container.Insert(key == "-" ? container.Count : index, value);
        return true;
    }

    /// <summary>Takes out what stands there.</summary>
    /// <returns>False where nothing does.</returns>
    public bool Remove()
    {
        if (container.Kind == JsonKind.Object)
        {
            return container.Remove(key) != null;
        }

        if (!TryIndex(container.Count, out int index))
        {
            return false;
        }

        container.RemoveItem(index);
        return true;
    }

    /// <summary>Sets a member, or puts an item in the place of another.</summary>
    /// <returns>False where a list has no such item.</returns>
    public bool Replace(JsonDraft value)
    {
        if (container.Kind == JsonKind.Object)
        {
            container.Set(key, value);
            return true;
        }

        if (!TryIndex(container.Count, out int index))
        {
            return false;
        }

        container.SetItem(index, value);
        return true;
    }

    /// <summary>The index that the key says as <c>strconv.Atoi</c> reads it: with sign and leading zeros; negative ones count from the end.</summary>
    private bool TryIndex(int count, out int index)
    {
        bool isNumber = int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index);
        index += isNumber && index < 0 ? count : 0;
        return isNumber && index >= 0 && index < count;
    }

    private static string Unescape(string token) =>
        token.Contains('~', StringComparison.Ordinal)
            ? token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : token;
}
