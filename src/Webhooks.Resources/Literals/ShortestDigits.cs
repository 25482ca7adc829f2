using System.Globalization;

namespace Webhooks.Resources.Literals;

/// <summary>The fewest digits that read back as the same float, laid out as Go does: 0.DIGITS × 10^Point.</summary>
internal readonly record struct ShortestDigits(bool Negative, string Digits, int Point)
{
    /// <summary>The exponent that scientific notation would show; 0 for 0.</summary>
    public int Exponent => Digits == "0" ? 0 : Point - 1;

    /// <summary>Takes .NET's round-trip form apart, which has the same digits: <c>-1.5E-07</c>, <c>120</c>.</summary>
    public static ShortestDigits Of(string roundTrip)
    {
        bool negative = roundTrip[0] == '-';
        ReadOnlySpan<char> mantissa = roundTrip.AsSpan(negative ? 1 : 0);
        int exponent = 0;
        if (mantissa.IndexOf('E') is >= 0 and var e)
        {
            exponent = int.Parse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        int point = mantissa.IndexOf('.') is >= 0 and var dot ? dot : mantissa.Length;
        string all = mantissa.ToString().Replace(".", "", StringComparison.Ordinal);
        string digits = all.TrimStart('0');
        point += exponent - (all.Length - digits.Length);
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? new(negative, "0", 1) : new(negative, digits, point);
    }

    /// <summary>Without an exponent: <c>0.00015</c>, <c>120</c>.</summary>
    public string Decimal()
    {
        string text = Point <= 0 ? "0." + new string('0', -Point) + Digits
            : Point >= Digits.Length ? Digits + new string('0', Point - Digits.Length)
            : $"{Digits.AsSpan(0, Point)}.{Digits.AsSpan(Point)}";
        return Negative ? "-" + text : text;
    }

    /// <summary>With an exponent of at least so many digits: <c>1.5e-07</c>.</summary>
    public string Exponential(int width)
    {
        string fraction = Digits.Length > 1 ? "." + Digits[1..] : "";
        string exponent = Math.Abs(Exponent).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        return $"{(Negative ? "-" : "")}{Digits[0]}{fraction}e{(Exponent < 0 ? '-' : '+')}{exponent}";
    }
}
