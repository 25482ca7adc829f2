using System.Globalization;
using System.Numerics;

namespace Webhooks.Resources.Quantities;

/// <summary>Reads quantities as <c>resource.ParseQuantity</c> of Go does, its rounding, capping and spelling rules included.</summary>
internal static class QuantityParser
{
    /// <summary>Digits that fit 64 bits whatever they are.</summary>
    private const int ShortDigits = 18;

    private const int Nano = -9;

    /// <summary>The quantity, or null and one of <see cref="QuantityError"/>'s texts.</summary>
    public static Quantity? Parse(ReadOnlySpan<char> text, out string? error)
    {
        error = Check(text, out QuantityParts parts, out QuantitySuffix suffix);
        if (error is not null)
        {
            return null;
        }

        int length = parts.Integer.Length + parts.Fraction.Length;
        Span<char> digits = stackalloc char[length];
        parts.Integer.CopyTo(digits);
        parts.Fraction.CopyTo(digits[parts.Integer.Length..]);

        if (Short(parts, suffix, digits, out Amount amount))
        {
            bool keep = IsKept(suffix, digits, parts.Fraction.Length) && IsUnusual(text, suffix);
            return new Quantity(amount, suffix.Format, keep ? text.ToString() : null);
        }

        if (!parts.HasDigits)
        {
            error = QuantityError.Number;
            return null;
        }

        return Long(parts, suffix, digits);
    }

    private static string? Check(ReadOnlySpan<char> text, out QuantityParts parts, out QuantitySuffix suffix)
    {
        parts = default;
        suffix = default;
        if (text.Length > Quantity.MaxLength)
        {
            return QuantityError.Length;
        }

        if (text.IsEmpty || !QuantityParts.TrySplit(text, out parts))
        {
            return QuantityError.Format;
        }

        return QuantitySuffix.TryRead(parts.Suffix, out suffix) ? null : QuantityError.Suffix;
    }

    /// <summary>The way Go takes for numbers that 64 bits hold; such a number may keep its spelling.</summary>
    private static bool Short(in QuantityParts parts, QuantitySuffix suffix, ReadOnlySpan<char> digits, out Amount amount)
    {
        amount = default;
        if (suffix.Format != QuantityFormat.BinarySI)
        {
            long scale = (long)suffix.Exponent - parts.Fraction.Length;
            if (digits.Length > ShortDigits || scale < Nano)
            {
                return false;
            }

            amount = Signed(parts.Negative, Amount.Create((Int128)ParseShort(digits), scale));
            return true;
        }

        if (!parts.Fraction.IsEmpty || digits.Length > 14 - (suffix.Exponent * 3 / 10))
        {
            return false;
        }

        Int128 product = (Int128)ParseShort(digits) << suffix.Exponent;
        amount = Signed(parts.Negative, Amount.Create(product, 0));
        return product <= long.MaxValue;
    }

    /// <summary>All others: rounded away from zero to nanos; of the binary ones those too great are cut down to 2^63-1.</summary>
    private static Quantity Long(in QuantityParts parts, QuantitySuffix suffix, ReadOnlySpan<char> digits)
    {
        QuantityFormat format = suffix.Format;
        bool binary = format == QuantityFormat.BinarySI;
        long exponent = (binary ? 0L : suffix.Exponent) - parts.Fraction.Length;
        Amount amount = digits.Length <= ShortDigits
            ? Amount.Create((Int128)ParseShort(digits), exponent)
            : Amount.Create(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), exponent);
        if (binary)
        {
            amount = amount.TimesPowerOfTwo(suffix.Exponent);
        }

        amount = amount.RoundAwayFromZero(Nano);
        if (binary && amount.CompareTo(Amount.MaxInt64) > 0)
        {
            amount = Amount.MaxInt64;
        }

        if (binary && !amount.IsZero && amount.Top <= 0)
        {
            format = QuantityFormat.DecimalSI;
        }

        return new Quantity(Signed(parts.Negative, amount), format, null);
    }

    /// <summary>
    /// Whether Go prints the number as it was written. It means to recognise the canonical form and lets some others
    /// through: 1.500, +5, 005, 1E3 and 1e0 are stored just so by the API server (tried on 1.36.2 and with kubectl).
    /// </summary>
    private static bool IsKept(QuantitySuffix suffix, ReadOnlySpan<char> digits, int decimals)
    {
        return suffix.Format == QuantityFormat.BinarySI
            ? (ParseShort(digits) & 7) != 0
            : (suffix.Exponent - decimals) % 3 == 0 && digits[0] != '0' && !digits.EndsWith("000");
    }

    /// <summary>Whether a kept spelling may differ from the canonical one and so has to be remembered.</summary>
    private static bool IsUnusual(ReadOnlySpan<char> text, QuantitySuffix suffix)
    {
        return suffix.Format == QuantityFormat.DecimalExponent
            || text is ['+' or '0', ..] or ['-', '0', ..]
            || text.Contains('.');
    }

    private static long ParseShort(ReadOnlySpan<char> digits) =>
        long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Amount Signed(bool negative, in Amount amount) => negative ? amount.Negate() : amount;
}
