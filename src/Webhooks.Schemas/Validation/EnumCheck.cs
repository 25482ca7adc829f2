using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>
/// Whether a value is one of an enumeration. It is first converted to the type of the enumerated value, as Go converts:
/// a float is cut to an int64, an int64 becomes the character of that number. Source: <c>basicCommonValidator</c> of kube-openapi.
/// </summary>
internal static class EnumCheck
{
    /// <summary>True when one of <paramref name="allowed"/> is <paramref name="value"/>; <c>null</c> is in no enumeration.</summary>
    public static bool IsIn(JsonValue allowed, JsonValue value)
    {
        bool isPlain = value.TryGetPlainText(out ReadOnlySpan<byte> text);
        JsonCursor items = new(allowed);
        while (items.MoveNext())
        {
            if (isPlain ? items.Value.TextEquals(text) : Is(items.Value, value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(JsonValue allowed, JsonValue value)
    {
        if (value.Kind != JsonKind.Number || allowed.Kind is not (JsonKind.Number or JsonKind.String))
        {
            return value.Kind != JsonKind.Null && DecodedValues.AreEqual(allowed, value);
        }

        DecodedNumber number = DecodedNumber.Of(value);
        if (allowed.Kind == JsonKind.String)
        {
            return number.IsInteger && allowed.GetString() == Character(number.Integer);
        }

        DecodedNumber wanted = DecodedNumber.Of(allowed);
        return wanted.IsInteger
            ? wanted.Integer == (number.IsInteger ? number.Integer : DecodedNumber.Truncate(number.Real))
            : wanted.Real == number.Real;
    }

    private static string Character(long codePoint) =>
        (Rune.IsValid((int)Math.Clamp(codePoint, -1, int.MaxValue)) ? new Rune((int)codePoint) : Rune.ReplacementChar).ToString();
}
