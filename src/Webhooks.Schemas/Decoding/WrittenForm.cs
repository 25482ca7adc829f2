using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Decoding;

/// <summary>Tells whether JSON stands there as a server writes it, so that it need not be written again. No recursion.</summary>
internal static class WrittenForm
{
    private const int Brackets = 2;

    /// <summary>Whether it is compact, its members sorted, its numbers in their shortest form. False, too, where a string has escapes.</summary>
    public static bool Is(JsonValue value)
    {
        if (value.Kind < JsonKind.Array)
        {
            return IsScalar(value);
        }

        Stack<JsonCursor> open = new();
        JsonCursor top = new(value);
        bool isWritten = IsContainer(value);
        while (isWritten)
        {
            if (!top.MoveNext())
            {
                if (!open.TryPop(out top))
                {
                    break;
                }
            }
            else if (top.Value.Kind < JsonKind.Array)
            {
                isWritten = IsScalar(top.Value);
            }
            else
            {
                isWritten = IsContainer(top.Value);
                open.Push(top);
                top = new JsonCursor(top.Value);
            }
        }

        return isWritten;
    }

    /// <summary>Whether nothing but commas, colons and its members or items stands between its brackets, and in order.</summary>
    private static bool IsContainer(JsonValue container)
    {
        int length = Brackets + Math.Max(0, container.Count - 1);
        ReadOnlySpan<byte> last = default;
        JsonCursor children = new(container);
        while (children.MoveNext())
        {
            if (children.IsObject)
            {
                if (!children.NameValue.TryGetPlainText(out ReadOnlySpan<byte> name) || last.SequenceCompareTo(name) > 0)
                {
                    return false;
                }

                last = name;
                length += children.NameValue.RawText.Length + 1;
            }

            length += children.Value.RawText.Length;
        }

        return length == container.RawText.Length;
    }

    private static bool IsScalar(JsonValue value) => value.Kind switch
    {
        JsonKind.String => value.TryGetPlainText(out _),
        JsonKind.Number => IsNumber(value),
        _ => true,
    };

    private static bool IsNumber(JsonValue number) => number.TryGetInt64(out long whole)
        ? whole != 0 || number.RawText.Length == 1
        : JsonWords.Double(number) is var real && double.IsFinite(real) && number.RawText.SequenceEqual(Encoding.ASCII.GetBytes(GoNumber.Json(real)));
}
