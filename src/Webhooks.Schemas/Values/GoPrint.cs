using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Values;

/// <summary>Decoded JSON as Go's <c>%v</c> prints it: <c>map[a:1 b:[x &lt;nil&gt;]]</c>.</summary>
internal static class GoPrint
{
    /// <summary>The text of a value. No recursion.</summary>
    public static string Of(JsonValue value)
    {
        StringBuilder text = new();
        Stack<object> open = new();
        open.Push(value);
        while (open.TryPop(out object? next))
        {
            if (next is string word)
            {
                text.Append(word);
            }
            else
            {
                Append((JsonValue)next, text, open);
            }
        }

        return text.ToString();
    }

    private static void Append(JsonValue value, StringBuilder text, Stack<object> open)
    {
        switch (value.Kind)
        {
            case JsonKind.Null or JsonKind.Missing:
                text.Append("<nil>");
                break;
            case JsonKind.String:
                text.Append(value.GetString());
                break;
            case JsonKind.Array:
                text.Append('[');
                Push([.. value.Items().SelectMany((item, index) => new object[] { index == 0 ? "" : " ", item }), "]"], open);
                break;
            case JsonKind.Object:
                text.Append("map[");
                IEnumerable<KeyValuePair<string, JsonValue>> members = value.Members().OrderBy(member => member.Key, Utf8Order.Comparer);
                Push([.. members.SelectMany((member, index) => new object[] { (index == 0 ? "" : " ") + member.Key + ":", member.Value }), "]"], open);
                break;
            default:
                text.Append(DecodedValues.Show(value));
                break;
        }
    }

    private static void Push(object[] parts, Stack<object> open)
    {
        foreach (object part in parts.Reverse())
        {
            open.Push(part);
        }
    }
}
