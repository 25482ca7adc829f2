using System.Buffers;
using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Patching;

/// <summary>JSON values as Go programs hold, name and print them once they are decoded into <c>interface{}</c>.</summary>
internal static class GoValues
{
    /// <summary>The type of objects.</summary>
    public const string ObjectType = "map[string]interface {}";
    /// <summary>The type of lists.</summary>
    public const string ListType = "[]interface {}";

    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\u2028\u2029");

    /// <summary>The word of Go's decoder for what was found: <c>object</c>, <c>number</c>.</summary>
    public static string Noun(JsonKind kind) => kind switch
    {
        JsonKind.Object => "object",
        JsonKind.Array => "array",
        JsonKind.String => "string",
        JsonKind.Number => "number",
        _ => "bool",
    };

    /// <summary>The Go type of a value, as <c>%T</c> has it: <c>map[string]interface {}</c>; <c>%!s(&lt;nil&gt;)</c> for null.</summary>
    public static string TypeOf(JsonValue value) => value.Kind switch
    {
        JsonKind.Object => ObjectType,
        JsonKind.Array => ListType,
        JsonKind.String => "string",
        JsonKind.Number => value.TryGetInt64(out _) ? "int64" : "float64",
        JsonKind.True or JsonKind.False => "bool",
        _ => "%!s(<nil>)",
    };

    /// <summary>What tells scalars apart as Go's <c>==</c> does: type and value. Whole numbers and others never equal.</summary>
    public static string Identity(JsonValue value) => TypeOf(value) + ' ' + value.Kind switch
    {
        JsonKind.String => value.GetString(),
        JsonKind.Number when !value.TryGetInt64(out _) => Number(value),
        JsonKind.Number => value.TryGetInt64(out long whole) ? whole.ToString(CultureInfo.InvariantCulture) : "",
        _ => value.ToString(),
    };

    /// <summary>The value as <c>%v</c> prints it: <c>map[a:1 b:[x y]]</c>, members sorted, strings bare; below 256 containers an ellipsis.</summary>
    public static string Print(JsonValue value)
    {
        StringBuilder text = new();
        Print(text, value, 256);
        return text.ToString();
    }

    /// <summary>JSON text as Go's encoder writes it: what could be HTML, and the line separators of JavaScript, are escaped.</summary>
    /// <param name="json">JSON text without white space between values.</param>
    public static string Escape(string json) => json.AsSpan().ContainsAny(Escaped)
        ? new StringBuilder(json).Replace("<", "\\u003c").Replace(">", "\\u003e").Replace("&", "\\u0026")
            .Replace("\u2028", "\\u2028").Replace("\u2029", "\\u2029").ToString()
        : json;

    private static void Print(StringBuilder text, JsonValue value, int depth)
    {
        switch (value.Kind)
        {
            case JsonKind.Object or JsonKind.Array when depth == 0:
                text.Append("...");
                break;
            case JsonKind.Object:
                text.Append("map[");
                string separator = "";
                foreach ((string name, JsonValue member) in value.Members().OrderBy(one => one.Key, Utf8Order.Comparer))
                {
                    text.Append(separator).Append(name).Append(':');
                    Print(text, member, depth - 1);
                    separator = " ";
                }

                text.Append(']');
                break;
            case JsonKind.Array:
                text.Append('[');
                separator = "";
                foreach (JsonValue item in value.Items())
                {
                    text.Append(separator);
                    Print(text, item, depth - 1);
                    separator = " ";
                }

                text.Append(']');
                break;
            case JsonKind.String:
                text.Append(value.GetString());
                break;
            case JsonKind.Number:
                text.Append(value.TryGetInt64(out long whole) ? whole.ToString(CultureInfo.InvariantCulture) : Number(value));
                break;
            default:
                text.Append(value.IsAbsent ? "<nil>" : value.ToString());
                break;
        }
    }

    /// <summary>A float as <c>%v</c> has it: the shortest digits, an exponent below 1e-4 and from 1e21 on.</summary>
    private static string Number(JsonValue value)
    {
        string shortest = double.Parse(value.RawText, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
        if (shortest.Split('E') is not [var digits, var power])
        {
            return shortest;
        }

        int exponent = int.Parse(power, CultureInfo.InvariantCulture);
        if (exponent is < 0 or >= 21)
        {
            return $"{digits}e{power}";
        }

        string sign = digits[0] == '-' ? "-" : "";
        return sign + digits.TrimStart('-').Replace(".", "", StringComparison.Ordinal).PadRight(exponent + 1, '0');
    }
}
