using System.Buffers;

namespace Webhooks.Resources.Quantities;

/// <summary>A quantity's text taken apart: sign, digits before and after the point, suffix not yet understood.</summary>
internal readonly ref struct QuantityParts
{
    private static readonly SearchValues<char> SuffixLetters = SearchValues.Create("eEinumkKMGTP");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private QuantityParts(bool negative, bool hasDigits, ReadOnlySpan<char> integer, ReadOnlySpan<char> fraction, ReadOnlySpan<char> suffix)
    {
        Negative = negative;
        HasDigits = hasDigits;
        Integer = integer;
        Fraction = fraction;
        Suffix = suffix;
    }

    public bool Negative { get; }

    /// <summary>Whether the number has any digit; a lone sign counts as one, as it does in Go.</summary>
    public bool HasDigits { get; }

    /// <summary>The digits before the point without leading zeros; "0" when none are left.</summary>
    public ReadOnlySpan<char> Integer { get; }

    public ReadOnlySpan<char> Fraction { get; }

    public ReadOnlySpan<char> Suffix { get; }

    /// <summary>True when every character has its place; lenient as Go's scanner: "." and "-" and "k" are zero.</summary>
    public static bool TrySplit(ReadOnlySpan<char> text, out QuantityParts parts)
    {
        bool negative = text is ['-', ..];
        int signed = text is ['-' or '+', ..] ? 1 : 0;
        ReadOnlySpan<char> rest = text[signed..];
        ReadOnlySpan<char> significant = rest.TrimStart('0');
        if (significant.IsEmpty)
        {
            parts = new QuantityParts(negative, hasDigits: true, "0", [], []);
            return true;
        }

        ReadOnlySpan<char> integer = significant[..DigitsAtStart(significant)];
        ReadOnlySpan<char> suffix = significant[integer.Length..];
        ReadOnlySpan<char> fraction = [];
        if (suffix is ['.', ..])
        {
            fraction = suffix.Slice(1, DigitsAtStart(suffix[1..]));
            suffix = suffix[(fraction.Length + 1)..];
        }

        int letters = suffix.IndexOfAnyExcept(SuffixLetters);
        ReadOnlySpan<char> number = letters < 0 ? [] : suffix[letters..];
        if (number is ['-' or '+', ..])
        {
            number = number[1..];
        }

        parts = new QuantityParts(
            negative,
            hasDigits: rest[0] == '0' || !integer.IsEmpty || !fraction.IsEmpty,
            integer.IsEmpty ? "0" : integer,
            fraction,
            suffix);
        return !number.ContainsAnyExcept(Digits);
    }

    private static int DigitsAtStart(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExcept(Digits);
        return end < 0 ? text.Length : end;
    }
}
