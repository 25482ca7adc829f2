using System.Buffers;
using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Patching;

namespace Webhooks.Sandbox.Applying;

/// <summary>
/// Elements of field paths as <c>fieldsV1</c> names them: <c>f:</c> and a member's name, <c>k:</c> and the keys of a list's
/// item, <c>v:</c> and a set's item, <c>i:</c> and an index. Equal elements have equal texts.
/// </summary>
internal static class FieldElement
{
    // What Go's encoder, too, writes as it is.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (byte)character).Except("<>&"u8.ToArray())]);

    /// <summary>The member of that name.</summary>
    public static string Member(string name) => "f:" + name;

    /// <summary>The item of a set.</summary>
    public static string Item(JsonValue scalar) => "v:" + Write(scalar);

    /// <summary>The item of a list map.</summary>
    /// <param name="keys">Its keys, quoted, with their values; in the order of their names.</param>
    public static string? Item(IEnumerable<(string Quoted, JsonValue Value)> keys)
    {
        string text = "";
        foreach ((string quoted, JsonValue value) in keys)
        {
            text = string.Concat(text.Length == 0 ? "k:{" : text + ",", quoted, ":", Write(value));
        }

        return text.Length == 0 ? null : text + "}";
    }

    /// <summary>A string as Go's encoder writes it.</summary>
    public static string Quote(string text) => GoValues.Escape(JsonText.Quote(text));

    /// <summary>The element that a member's name in <c>fieldsV1</c> stands for; <c>null</c> for a kind that nobody knows.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static string? Read(string text)
    {
        if (text.Length < 2 || text[1] != ':')
        {
            throw new FormatException(text.Length < 2 ? "key must be 2 characters long:" : $"missing colon: {text}");
        }

        return text[0] switch
        {
            'f' => text,
            'v' => Item(ValueOf(text)),
            'k' when ValueOf(text) is { Kind: JsonKind.Object } keys => Item(keys.Members()
                .OrderBy(key => key.Key, Utf8Order.Comparer).Select(key => (Quote(key.Key), key.Value))) ?? "k:{}",
            'k' => throw new FormatException($"no keys: {text}"),
            'i' => string.Create(CultureInfo.InvariantCulture, $"i:{int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture)}"),
            _ => null,
        };
    }

    /// <summary>The element as it stands in a path: <c>.spec</c>, <c>[name="p"]</c>, <c>[="a"]</c>, <c>[0]</c>.</summary>
    public static string Show(string element) => element[0] switch
    {
        'f' => "." + element[2..],
        'k' => $"[{string.Join(',', ValueOf(element).Members().Select(key => $"{key.Key}={Show(key.Value)}"))}]",
        'v' => $"[={Show(ValueOf(element))}]",
        _ => $"[{element[2..]}]",
    };

    /// <summary>What an element says that is no member.</summary>
    /// <exception cref="FormatException">It says nothing.</exception>
    public static JsonValue ValueOf(string element)
    {
        try
        {
            return JsonTree.Parse(element[2..], JsonPolicy.Server).Root;
        }
        catch (JsonFormatException problem)
        {
            throw new FormatException(problem.Message, problem);
        }
    }

    private static string Show(JsonValue value) => value.Kind switch
    {
        JsonKind.String => GoString.Quote(value.GetString()),
        JsonKind.Null => "null",
        _ => GoValues.Print(value),
    };

    private static string Write(JsonValue value) => value.Kind switch
    {
        JsonKind.String when value.TryGetPlainText(out ReadOnlySpan<byte> text) && !text.ContainsAnyExcept(Plain) => Encoding.ASCII.GetString(value.RawText),
        JsonKind.String => Quote(value.GetString()),
        JsonKind.Number when value.TryGetInt64(out long whole) => whole.ToString(CultureInfo.InvariantCulture),
        JsonKind.Number => GoValues.Print(value),
        _ => value.ToString(),
    };
}
