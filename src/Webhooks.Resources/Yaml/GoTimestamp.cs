using System.Globalization;

namespace Webhooks.Resources.Yaml;

/// <summary>The dates that go-yaml v2 takes for a <c>!!timestamp</c>; without the tag a date is a string anyway.</summary>
internal static class GoTimestamp
{
    /// <summary>
    /// Go's layouts <c>2006-1-2T15:4:5.999999999Z07:00</c> (T or t), <c>2006-1-2 15:4:5.999999999</c> and <c>2006-1-2</c>.
    /// </summary>
    public static bool IsTimestamp(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan();
        if (rest.Length < 5 || rest[..4].ContainsAnyExceptInRange('0', '9') || rest[4] != '-')
        {
            return false;
        }

        int year = int.Parse(rest[..4], CultureInfo.InvariantCulture);
        rest = rest[5..];
        if (!Number(ref rest, 12, out int month) || month == 0 || !Skip(ref rest, "-") ||
            !Number(ref rest, 31, out int day) || day == 0 || day > Days(year, month))
        {
            return false;
        }

        return rest switch
        {
            [] => true,
            ['T' or 't', .. var clock] => Clock(ref clock) && Zone(clock),
            [' ', .. var clock] => SpacedClock(clock),
            _ => false,
        };
    }

    // Go knows a year 0 and its leap day.
    private static int Days(int year, int month) => DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    private static bool SpacedClock(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        return Clock(ref text) && text.IsEmpty;
    }

    private static bool Clock(ref ReadOnlySpan<char> text)
    {
        if (!Number(ref text, 23, out _) || !Skip(ref text, ":") || !Number(ref text, 59, out _) ||
            !Skip(ref text, ":") || !Number(ref text, 59, out _))
        {
            return false;
        }

        if (text is ['.' or ',', >= '0' and <= '9', ..])
        {
            int end = text[1..].IndexOfAnyExceptInRange('0', '9');
            text = end < 0 ? [] : text[(1 + end)..];
        }

        return true;
    }

    private static bool Zone(ReadOnlySpan<char> text) => text switch
    {
        ['Z'] => true,
        ['+' or '-', var h1, var h2, ':', var m1, var m2] => Pair(h1, h2) <= 24 && Pair(m1, m2) <= 60,
        _ => false,
    };

    private static int Pair(char tens, char ones) =>
        char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) ? ((tens - '0') * 10) + ones - '0' : int.MaxValue;

    private static bool Number(ref ReadOnlySpan<char> text, int most, out int value)
    {
        value = 0;
        int length = text is [>= '0' and <= '9', >= '0' and <= '9', ..] ? 2 : text is [>= '0' and <= '9', ..] ? 1 : 0;
        if (length == 0)
        {
            return false;
        }

        value = int.Parse(text[..length], CultureInfo.InvariantCulture);
        text = text[length..];
        return value <= most;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, ReadOnlySpan<char> expected)
    {
        if (!text.StartsWith(expected))
        {
            return false;
        }

        text = text[expected.Length..];
        return true;
    }
}
