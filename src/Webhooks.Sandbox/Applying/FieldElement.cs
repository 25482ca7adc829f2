using System.Globalization;
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
    /// <summary>The member of that name.</summary>
    public static string Member(string name) => "f:" + name;

    /// <summary>The item of a set.</summary>
    public static string Item(JsonValue scalar) => "v:" + Write(scalar);

    /// <summary>The item of a list map, by its keys.</summary>
    public static string Item(IEnumerable<KeyValuePair<string, JsonValue>> keys) =>
        $"k:{{{string.Join(',', keys.OrderBy(key => key.Key, Utf8Order.Comparer).Select(key => $"{Quote(key.Key)}:{Write(key.Value)}"))}}}";

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
            'v' => Item(Parse(text)),
            'k' when Parse(text) is { Kind: JsonKind.Object } keys => Item(keys.Members()),
            'k' => throw new FormatException($"no keys: {text}"),
            'i' => string.Create(CultureInfo.InvariantCulture, $"i:{int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture)}"),
            _ => null,
        };
    }

    /// <summary>The element as it stands in a path: <c>.spec</c>, <c>[name="p"]</c>, <c>[="a"]</c>, <c>[0]</c>.</summary>
    public static string Show(string element) => element[0] switch
    {
        'f' => "." + element[2..],
        'k' => $"[{string.Join(',', Parse(element).Members().Select(key => $"{key.Key}={Show(key.Value)}"))}]",
        'v' => $"[={Show(Parse(element))}]",
        _ => $"[{element[2..]}]",
    };

    /// <summary>The order in which the server lists elements: members, keys, items, indices; each kind by what it says.</summary>
    public static int Compare(string left, string right) =>
        left[0] != right[0] ? "fkvi".IndexOf(left[0], StringComparison.Ordinal) - "fkvi".IndexOf(right[0], StringComparison.Ordinal)
        : left[0] == 'f' ? Utf8Order.Comparer.Compare(left, right)
        : left[0] == 'k' ? CompareKeys(Parse(left), Parse(right))
        : CompareScalars(Parse(left), Parse(right));

    private static int CompareKeys(JsonValue left, JsonValue right)
    {
        JsonCursor ours = new(left);
        JsonCursor theirs = new(right);
        while (ours.MoveNext() && theirs.MoveNext())
        {
            int order = Utf8Order.Comparer.Compare(ours.Name, theirs.Name);
            order = order != 0 ? order : CompareScalars(ours.Value, theirs.Value);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count - right.Count;
    }

    private static int CompareScalars(JsonValue left, JsonValue right)
    {
        int order = Rank(left) - Rank(right);
        return order != 0 ? order : left.Kind switch
        {
            JsonKind.Number => double.Parse(left.RawText, CultureInfo.InvariantCulture).CompareTo(double.Parse(right.RawText, CultureInfo.InvariantCulture)),
            JsonKind.String => Utf8Order.Comparer.Compare(left.GetString(), right.GetString()),
            _ => Utf8Order.Comparer.Compare(left.ToString(), right.ToString()),
        };
    }

    private static int Rank(JsonValue value) => value.Kind switch
    {
        JsonKind.Number => 0,
        JsonKind.String => 1,
        JsonKind.False or JsonKind.True => 2,
        JsonKind.Array => 3,
        JsonKind.Object => 4,
        _ => 5,
    };

    private static string Show(JsonValue value) => value.Kind switch
    {
        JsonKind.String => GoString.Quote(value.GetString()),
        JsonKind.Null => "null",
        _ => GoValues.Print(value),
    };

    private static string Write(JsonValue value) => value.Kind switch
    {
        JsonKind.String => Quote(value.GetString()),
        JsonKind.Number => GoValues.Print(value),
        _ => value.ToString(),
    };

    /// <summary>A string as Go's encoder writes it.</summary>
    private static string Quote(string text) => GoValues.Escape(JsonText.Quote(text));

    private static JsonValue Parse(string element)
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
}
