using System.Buffers;
using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>What a JSONPath found, as text: containers as JSON, scalars as Go prints them.</summary>
internal static class PathText
{
    private static readonly SearchValues<char> EscapedByGo = SearchValues.Create("<>&\u2028\u2029");

    /// <summary>The text of a value; <c>&lt;no value&gt;</c> for <c>null</c>.</summary>
    public static string Of(JsonValue value) => value.Kind switch
    {
        JsonKind.String => value.GetString(),
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Number => OfNumber(value),
        JsonKind.Array or JsonKind.Object => OfContainer(value),
        _ => "<no value>",
    };

    private static string OfNumber(JsonValue value) => value.TryGetInt64(out long integer)
        ? integer.ToString(CultureInfo.InvariantCulture)
        : GoNumber.General(double.Parse(value.RawText, NumberStyles.Float, CultureInfo.InvariantCulture));

    /// <summary>Compact JSON with the members in order of their names, as Go writes maps; a stack of its own, for depth.</summary>
    private static string OfContainer(JsonValue value)
    {
        StringBuilder text = new();
        Stack<(IEnumerator<(string? Name, JsonValue Value)> Children, bool IsObject, bool HasItems)> open = [];
        Open(value, text, open);
        while (open.TryPop(out var top))
        {
            if (!top.Children.MoveNext())
            {
                text.Append(top.IsObject ? '}' : ']');
                continue;
            }

            (string? name, JsonValue child) = top.Children.Current;
            text.Append(top.HasItems ? "," : "");
            open.Push((top.Children, top.IsObject, true));
            if (name is not null)
            {
                AppendString(name, text);
                text.Append(':');
            }

            Append(child, text, open);
        }

        return text.ToString();
    }

    private static void Append(JsonValue value, StringBuilder text, Stack<(IEnumerator<(string? Name, JsonValue Value)> Children, bool IsObject, bool HasItems)> open)
    {
        switch (value.Kind)
        {
            case JsonKind.Array or JsonKind.Object:
                Open(value, text, open);
                break;
            case JsonKind.String:
                AppendString(value.GetString(), text);
                break;
            case JsonKind.Number when !value.TryGetInt64(out _):
                text.Append(GoNumber.Json(double.Parse(value.RawText, NumberStyles.Float, CultureInfo.InvariantCulture)));
                break;
            default:
                text.Append(value.ToString());
                break;
        }
    }

    private static void Open(JsonValue value, StringBuilder text, Stack<(IEnumerator<(string? Name, JsonValue Value)> Children, bool IsObject, bool HasItems)> open)
    {
        bool isObject = value.Kind == JsonKind.Object;
        IEnumerable<(string?, JsonValue)> children = isObject
            ? value.Members().OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => ((string?)member.Key, member.Value))
            : value.Items().Select(item => ((string?)null, item));
        text.Append(isObject ? '{' : '[');
        open.Push((children.GetEnumerator(), isObject, false));
    }

    private static void AppendString(string value, StringBuilder text)
    {
        ArrayBufferWriter<byte> buffer = new();
        new JsonWriter(buffer).WriteString(value);
        string json = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (json.AsSpan().IndexOfAny(EscapedByGo) < 0)
        {
            text.Append(json);
            return;
        }

        foreach (char character in json)
        {
            if (EscapedByGo.Contains(character))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                text.Append(character);
            }
        }
    }
}
