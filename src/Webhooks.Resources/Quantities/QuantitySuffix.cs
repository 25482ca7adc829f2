using System.Globalization;

namespace Webhooks.Resources.Quantities;

/// <summary>What stands behind the number of a quantity: a power of two or of ten, and the family it belongs to.</summary>
internal readonly record struct QuantitySuffix(QuantityFormat Format, int Exponent)
{
    /// <summary>n to E, from 10^-9 to 10^18 in steps of three.</summary>
    private const string DecimalLetters = "num\0kMGTPE";

    /// <summary>Ki to Ei, from 2^10 to 2^60 in steps of ten.</summary>
    private const string BinaryLetters = "KMGTPE";

    public static bool TryRead(ReadOnlySpan<char> text, out QuantitySuffix suffix)
    {
        suffix = new QuantitySuffix(QuantityFormat.DecimalSI, 0);
        switch (text)
        {
            case []:
                return true;
            case [var letter] when DecimalLetters.IndexOf(letter) is var decimals and >= 0:
                suffix = suffix with { Exponent = (decimals * 3) - 9 };
                return true;
            case [var letter, 'i'] when BinaryLetters.IndexOf(letter) is var binary and >= 0:
                suffix = new QuantitySuffix(QuantityFormat.BinarySI, (binary + 1) * 10);
                return true;
            case ['e' or 'E', ..] when long.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent):
                // Go keeps the low 32 bits: 1e4294967297 is 1e1.
                suffix = new QuantitySuffix(QuantityFormat.DecimalExponent, unchecked((int)exponent));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The suffix of 10^<paramref name="exponent"/>, a multiple of three from -9 to 18.</summary>
    public static string Decimal(long exponent) =>
        exponent == 0 ? "" : DecimalLetters[(int)(exponent + 9) / 3].ToString();

    /// <summary>The suffix of 1024^<paramref name="power"/>, 0 to 6.</summary>
    public static string Binary(int power) => power == 0 ? "" : $"{BinaryLetters[power - 1]}i";
}
