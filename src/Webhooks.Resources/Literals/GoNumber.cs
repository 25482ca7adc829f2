using System.Globalization;

namespace Webhooks.Resources.Literals;

/// <summary>Floats as Go prints them.</summary>
/// <remarks>All of them give the fewest digits that read back as the same float. Source: <c>strconv.FormatFloat</c>, precision -1.</remarks>
public static class GoNumber
{
    /// <summary>As <c>%v</c> has it: <c>0.5</c>, <c>1e+06</c>, <c>1e-07</c>.</summary>
    public static string General(double value)
    {
        ShortestDigits shortest = Digits(value);
        return shortest.Exponent is < -4 or >= 6 ? shortest.Exponential(2) : shortest.Decimal();
    }

    /// <summary>As encoding/json writes it: decimal from 1e-6 to below 1e21, else with an exponent: <c>1e-7</c>.</summary>
    public static string Json(double value)
    {
        ShortestDigits shortest = Digits(value);
        return Math.Abs(value) is (> 0 and < 1e-6) or >= 1e21 ? shortest.Exponential(1) : shortest.Decimal();
    }

    /// <summary>Without an exponent, however long: <c>FormatFloat(value, 'f', -1, 64)</c>.</summary>
    public static string Decimal(double value) => Digits(value).Decimal();

    private static ShortestDigits Digits(double value) => ShortestDigits.Of(value.ToString("R", CultureInfo.InvariantCulture));
}
