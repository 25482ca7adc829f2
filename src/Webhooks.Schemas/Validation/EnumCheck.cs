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
    private static readonly Func<JsonValue, JsonValue, bool> SameOnceStored =
        (allowed, value) => DecodedNumber.OfStored(allowed).IsSame(DecodedNumber.Of(value));

    /// <summary>True when one of <paramref name="allowed"/> is <paramref name="value"/>; <c>null</c> is in no enumeration.</summary>
    /// <param name="allowed">The enumeration, as it was sent.</param>
    /// <param name="value">The value.</param>
    /// <param name="isStored">Whether its schema was stored, by which 1.0 in the enumeration becomes the integer 1.</param>
    public static bool IsIn(JsonValue allowed, JsonValue value, bool isStored)
    {
        bool isPlain = value.TryGetPlainText(out ReadOnlySpan<byte> text);
        JsonCursor items = new(allowed);
        while (items.MoveNext())
        {
            if (isPlain ? items.Value.TextEquals(text) : Is(items.Value, value, isStored))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(JsonValue allowed, JsonValue value, bool isStored)
    {
        if (value.Kind != JsonKind.Number || allowed.Kind is not (JsonKind.Number or JsonKind.String))
        {
            return value.Kind != JsonKind.Null && (isStored ? JsonEquality.AreEqual(allowed, value, SameOnceStored) : DecodedValues.AreEqual(allowed, value));
        }

        DecodedNumber number = DecodedNumber.Of(value);
        if (allowed.Kind == JsonKind.String)
        {
            return number.IsInteger && allowed.GetString() == Character(number.Integer);
        }

        DecodedNumber wanted = isStored ? DecodedNumber.OfStored(allowed) : DecodedNumber.Of(allowed);
        return wanted.IsInteger
            ? wanted.Integer == (number.IsInteger ? number.Integer : DecodedNumber.Truncate(number.Real))
            : wanted.Real == number.Real;
    }

    private static string Character(long codePoint) =>
        (Rune.IsValid((int)Math.Clamp(codePoint, -1, int.MaxValue)) ? new Rune((int)codePoint) : Rune.ReplacementChar).ToString();
}
