using System.Globalization;
using System.Numerics;

namespace Webhooks.Resources.Quantities;

/// <summary>Writes amounts in canonical form: nothing lost, no fraction, the greatest suffix that allows both.</summary>
internal static class QuantityText
{
    private const int Exa = 18;
    private const int Exbi = 6;

    public static string Write(in Amount amount, QuantityFormat format)
    {
        if (amount.IsZero)
        {
            return "0";
        }

        return format switch
        {
            QuantityFormat.BinarySI when amount.Exponent >= 0 && IsKibi(amount) => Binary(amount),
            QuantityFormat.DecimalExponent => Exponent(amount),
            _ => Decimal(amount),
        };
    }

    private static bool IsKibi(in Amount amount)
    {
        Amount kibi = Amount.Create((Int128)1024, 0);
        return amount.CompareTo(kibi) >= 0 || amount.CompareTo(kibi.Negate()) <= 0;
    }

    private static string Binary(in Amount amount)
    {
        BigInteger value = amount.WideAt(0);
        int zeros = (int)BigInteger.TrailingZeroCount(BigInteger.Abs(value));
        int power = Math.Min(zeros / 10, Exbi);
        return Digits(value >> (power * 10)) + QuantitySuffix.Binary(power);
    }

    private static string Decimal(in Amount amount)
    {
        // Go has no suffix above E and prints 1000E as "1"; this prints what reads back as the same number.
        long exponent = Math.Min(ThousandsOf(amount), Exa);
        return Digits(amount.WideAt(exponent)) + QuantitySuffix.Decimal(exponent);
    }

    private static string Exponent(in Amount amount)
    {
        long exponent = ThousandsOf(amount);
        string digits = Digits(amount.WideAt(exponent));
        return exponent == 0 ? digits : digits + "e" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The greatest multiple of three that the exponent reaches.</summary>
    private static long ThousandsOf(in Amount amount) => amount.Exponent - (((amount.Exponent % 3) + 3) % 3);

    private static string Digits(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
