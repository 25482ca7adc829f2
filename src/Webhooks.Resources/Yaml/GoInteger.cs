using System.Globalization;

namespace Webhooks.Resources.Yaml;

/// <summary>Integers as go-yaml v2 reads them: Go's <c>strconv.ParseInt</c> and <c>ParseUint</c> with base 0, 64 bits.</summary>
internal static class GoInteger
{
    /// <summary>Reads a text without <c>_</c>; <paramref name="value"/> is decimal. An octal with a digit 8 or 9 is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        bool negative = text is ['-', ..];
        bool signed = text is ['-' or '+', ..];
        ReadOnlySpan<char> digits = signed ? text[1..] : text;
        if (!TryMagnitude(digits, out ulong magnitude) &&
            !(text.StartsWith("0b") && TrySignAfterPrefix(text[2..], out negative, out magnitude)))
        {
            return false;
        }

        // Only unsigned texts may exceed int64: ParseUint takes no sign.
        ulong limit = negative ? 1UL << 63 : signed ? long.MaxValue : ulong.MaxValue;
        if (magnitude > limit)
        {
            return false;
        }

        value = (negative && magnitude > 0 ? "-" : "") + magnitude.ToString(CultureInfo.InvariantCulture);
        return true;
    }

    private static bool TryMagnitude(ReadOnlySpan<char> digits, out ulong magnitude)
    {
        magnitude = 0;
        return digits switch
        {
            [] => false,
            ['0', 'x' or 'X', _, ..] => TryDigits(digits[2..], 16, out magnitude),
            ['0', 'o' or 'O', _, ..] => TryDigits(digits[2..], 8, out magnitude),
            ['0', 'b' or 'B', _, ..] => TryDigits(digits[2..], 2, out magnitude),
            ['0', ..] => TryDigits(digits, 8, out magnitude),
            _ => TryDigits(digits, 10, out magnitude),
        };
    }

    // go-yaml parses what follows "0b" once more by itself, and so lets a sign pass there: 0b-1 is -1.
    private static bool TrySignAfterPrefix(ReadOnlySpan<char> digits, out bool negative, out ulong magnitude)
    {
        negative = digits is ['-', ..];
        magnitude = 0;
        return digits is ['-' or '+', _, ..] && TryDigits(digits[1..], 2, out magnitude) && magnitude <= long.MaxValue;
    }

    private static bool TryDigits(ReadOnlySpan<char> digits, uint radix, out ulong magnitude)
    {
        magnitude = 0;
        foreach (char c in digits)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }

            uint digit = char.IsAsciiDigit(c) ? (uint)(c - '0') : (uint)((c | 0x20) - 'a' + 10);
            if (digit >= radix || magnitude > (ulong.MaxValue - digit) / radix)
            {
                return false;
            }

            magnitude = (magnitude * radix) + digit;
        }

        return true;
    }
}
