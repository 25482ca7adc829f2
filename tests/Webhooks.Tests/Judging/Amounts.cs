using System.Globalization;
using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Quantities, as floating point numbers: exact enough for the amounts that are drawn.</summary>
internal static class Amounts
{
    private static readonly Dictionary<string, double> Suffixes = new()
    {
        ["n"] = 1e-9,
        ["u"] = 1e-6,
        ["m"] = 1e-3,
        [""] = 1,
        ["k"] = 1e3,
        ["M"] = 1e6,
        ["G"] = 1e9,
        ["T"] = 1e12,
        ["P"] = 1e15,
        ["E"] = 1e18,
        ["Ki"] = 1L << 10,
        ["Mi"] = 1L << 20,
        ["Gi"] = 1L << 30,
        ["Ti"] = 1L << 40,
        ["Pi"] = 1L << 50,
        ["Ei"] = 1L << 60,
    };

    public static bool TryRead(JsonElement value, out double amount)
    {
        amount = 0;
        string text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        int end = text.LastIndexOfAny([.. "0123456789."]) + 1;
        if (end == 0 || !Suffixes.TryGetValue(text[end..], out double factor)
            || !double.TryParse(text[..end], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number))
        {
            return false;
        }

        amount = number * factor;
        return true;
    }
}
