using System.Buffers;
using System.Globalization;
using System.Text;

namespace Webhooks.Sandbox.Requests;

/// <summary>What Go's <c>time.ParseDuration</c> says of a text that is no duration.</summary>
internal static class GoDurationProblem
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");
    private static readonly string[] Units = ["ns", "us", "µs", "μs", "ms", "s", "m", "h"];

    /// <summary>The problem of a text that is no duration.</summary>
    public static string Of(string text)
    {
        ReadOnlySpan<char> rest = text is ['-' or '+', ..] ? text.AsSpan(1) : text;
        while (!rest.IsEmpty && SkipNumber(ref rest))
        {
            int end = rest.IndexOfAny(NumberCharacters);
            ReadOnlySpan<char> unit = end < 0 ? rest : rest[..end];
            if (unit.IsEmpty)
            {
                return "time: missing unit in duration " + Quote(text);
            }

            if (!Units.Contains(unit.ToString()))
            {
                return $"time: unknown unit {Quote(unit)} in duration {Quote(text)}";
            }

            rest = rest[unit.Length..];
        }

        return "time: invalid duration " + Quote(text);
    }

    private static bool SkipNumber(ref ReadOnlySpan<char> text)
    {
        int whole = SkipDigits(ref text);
        if (!text.StartsWith("."))
        {
            return whole > 0;
        }

        text = text[1..];
        return SkipDigits(ref text) + whole > 0;
    }

    private static int SkipDigits(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExcept(Digits);
        int count = end < 0 ? text.Length : end;
        text = text[count..];
        return count;
    }

    /// <summary>As the package <c>time</c> quotes: bytes that are no printable ASCII by their number.</summary>
    private static string Quote(ReadOnlySpan<char> text)
    {
        StringBuilder quoted = new("\"");
        foreach (byte value in Encoding.UTF8.GetBytes(text.ToString()))
        {
            _ = value is < 0x20 or >= 0x80 ? quoted.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}")
                : value is (byte)'"' or (byte)'\\' ? quoted.Append('\\').Append((char)value)
                : quoted.Append((char)value);
        }

        return quoted.Append('"').ToString();
    }
}
