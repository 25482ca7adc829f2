using System.Diagnostics.CodeAnalysis;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Quantities;

/// <summary>Quantities in JSON documents: strings or bare numbers.</summary>
public static class QuantityJson
{
    /// <summary>Longer than any quantity with each of its characters escaped.</summary>
    private const int MaxRawLength = (Quantity.MaxLength * 6) + 2;

    /// <summary>True, with the quantity, when <paramref name="value"/> is one as the API server decodes it; else the reason why not.</summary>
    /// <remarks>
    /// White space around the text is dropped, a number is read by its literal (<c>1e3</c> is DecimalExponent), null is
    /// zero. Allocates nothing for a usual one.
    /// </remarks>
    public static bool TryRead(JsonValue value, out Quantity quantity, [NotNullWhen(false)] out string? error)
    {
        quantity = default;
        error = null;
        switch (value.Kind)
        {
            case JsonKind.Null:
                return true;
            case JsonKind.Number:
                return Quantity.TryParse(value.RawText, out quantity, out error);
            case JsonKind.String when value.RawText.Length > MaxRawLength:
                error = QuantityError.Length;
                return false;
            case JsonKind.String when value.TryGetPlainText(out ReadOnlySpan<byte> utf8) && !MayNeedTrimming(utf8):
                return Quantity.TryParse(utf8, out quantity, out error);
            case JsonKind.String:
                return Quantity.TryParse(value.GetString().AsSpan().Trim(), out quantity, out error);
            default:
                error = QuantityError.Format;
                return false;
        }
    }

    /// <summary>Whether either end is a space, a control character or beyond ASCII, where more kinds of space are.</summary>
    private static bool MayNeedTrimming(ReadOnlySpan<byte> utf8) =>
        utf8 is [not (> (byte)' ' and < 0x7F), ..] or [.., not (> (byte)' ' and < 0x7F)];
}
