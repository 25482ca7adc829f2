using System.Globalization;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Formats;

/// <summary>Dates, times and durations as kube-openapi's <c>strfmt</c> takes them.</summary>
internal static class Times
{
    /// <summary>The words of a unit; of each line the last may go on: <c>seconds</c>, <c>secret</c>.</summary>
    private static readonly string[][] Units =
        [["ns", "nano"], ["us", "µs", "micro"], ["ms", "milli"], ["s", "sec"], ["m", "min"], ["h", "hr", "hour"], ["d", "day"], ["w", "wk", "week"]];

    /// <summary><c>2006-01-02</c>; there is a year 0.</summary>
    public static bool IsDate(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-' || !text.Where((_, i) => i is not (4 or 7)).All(char.IsAsciiDigit))
        {
            return false;
        }

        int year = int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture);
        int month = int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture);
        int day = int.Parse(text.AsSpan(8, 2), CultureInfo.InvariantCulture);

        // Of every 400 years the calendar is the same; .NET knows no year 0.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 400 : year, month);
    }

    /// <summary>A date and a time with its zone, <c>t</c> between; what follows a second <c>t</c> is not looked at.</summary>
    public static bool IsDateTime(string text)
    {
        string[] parts = text.ToLowerInvariant().Split('t');
        return parts.Length >= 2 && IsDate(parts[0]) && IsTime(parts[1]);
    }

    /// <summary>A duration of Go, or any text with a number and a unit in it: <c>22 ns</c>, <c>3 days</c>, <c>P1D</c>.</summary>
    public static bool IsDuration(string text)
    {
        if (GoDuration.TryParse(text, out _))
        {
            return true;
        }

        bool found = false;
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOfAnyInRange('0', '9') is >= 0 and var start)
        {
            rest = rest[start..];
            int digits = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : rest.Length;
            ReadOnlySpan<char> behind = rest[digits..].TrimStart("\t\n\f\r ");
            int letters = 0;
            while (letters < behind.Length && (char.IsAsciiLetter(behind[letters]) || behind[letters] == 'µ'))
            {
                letters++;
            }

            if (letters > 0)
            {
                if (!long.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                {
                    return false;
                }

                found |= IsUnit(behind[..letters].ToString().ToLowerInvariant());
            }

            rest = behind[letters..];
        }

        return found;
    }

    private static bool IsUnit(string word) =>
        Units.Any(words => words.Contains(word, StringComparer.Ordinal) || word.StartsWith(words[^1], StringComparison.Ordinal));

    /// <summary><c>23:59:59</c>, any character with digits behind it for a fraction, and <c>z</c> or <c>+01:00</c>.</summary>
    private static bool IsTime(string text)
    {
        if (text.Length < 9 || !IsClock(text.AsSpan(0, 8)))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(8);
        if (IsZone(rest))
        {
            return true;
        }

        int mark = char.IsHighSurrogate(rest[0]) ? 2 : 1;
        ReadOnlySpan<char> fraction = rest.Length > mark && rest[0] != '\n' ? rest[mark..] : default;
        int digits = fraction.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && IsZone(fraction[digits..]);
    }

    private static bool IsClock(ReadOnlySpan<char> text) =>
        text[2] == ':' && text[5] == ':'
        && IsUpTo(text[..2], 23) && IsUpTo(text[3..5], 59) && IsUpTo(text[6..8], 59);

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "z" || (text is ['+' or '-', _, _, ':', _, _] && IsUpTo(text[1..3], 99) && IsUpTo(text[4..6], 99));

    private static bool IsUpTo(ReadOnlySpan<char> digits, int most) =>
        char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[1]) && (10 * (digits[0] - '0')) + digits[1] - '0' <= most;
}
