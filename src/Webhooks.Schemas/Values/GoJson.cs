using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Values;

/// <summary>Writes JSON as Go's encoding/json does: members sorted, <c>&lt; &gt; &amp;</c> escaped, floats in their shortest form. No recursion.</summary>
internal static class GoJson
{
    /// <summary>The value as compact JSON.</summary>
    public static string Write(JsonValue value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>Appends the value as compact JSON.</summary>
    public static void Append(StringBuilder text, JsonValue value)
    {
        Stack<Frame> open = new();
        Start(value, text, open);
        while (open.TryPop(out Frame frame))
        {
            if (frame.Next == frame.Values.Length)
            {
                text.Append(frame.Names == null ? ']' : '}');
                continue;
            }

            text.Append(frame.Next > 0 ? "," : "");
            open.Push(frame with { Next = frame.Next + 1 });
            if (frame.Names != null)
            {
                AppendString(text, frame.Names[frame.Next]);
                text.Append(':');
            }

            Start(frame.Values[frame.Next], text, open);
        }
    }

    /// <summary>Appends text in quotes.</summary>
    public static void AppendString(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (char unit in text)
        {
            switch (unit)
            {
                case '"' or '\\':
                    output.Append('\\').Append(unit);
                    break;
                case '\b' or '\f' or '\n' or '\r' or '\t':
                    output.Append('\\').Append("btn_fr"[unit - '\b']);
                    break;
                case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029':
                    output.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
                    break;
                default:
                    output.Append(unit);
                    break;
            }
        }

        output.Append('"');
    }

    private static void Start(JsonValue value, StringBuilder text, Stack<Frame> open)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                string[] names = [.. value.Members().Select(member => member.Key)];
                JsonValue[] values = [.. value.Members().Select(member => member.Value)];
                Array.Sort(names, values, Utf8Order.Comparer);
                text.Append('{');
                open.Push(new(names, values, 0));
                break;
            case JsonKind.Array:
                text.Append('[');
                open.Push(new(null, [.. value.Items()], 0));
                break;
            case JsonKind.String:
                AppendString(text, value.GetString());
                break;
            case JsonKind.Number:
                DecodedNumber number = DecodedNumber.Of(value);
                text.Append(number.IsInteger ? number.Integer.ToString(CultureInfo.InvariantCulture) : GoNumber.Json(number.Real));
                break;
            default:
                text.Append(value.Kind switch { JsonKind.True => "true", JsonKind.False => "false", _ => "null" });
                break;
        }
    }

    /// <summary>A container that is being written.</summary>
    /// <param name="Names">The names of an object's members; <c>null</c> for an array.</param>
    /// <param name="Values">The values, in the order to write.</param>
    /// <param name="Next">The index of the next to write.</param>
    private readonly record struct Frame(string[]? Names, JsonValue[] Values, int Next);
}
