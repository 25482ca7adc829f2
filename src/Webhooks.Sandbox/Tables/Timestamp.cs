using System.Globalization;

namespace Webhooks.Sandbox.Tables;

/// <summary>Time stamps of RFC 3339 as objects have them.</summary>
internal static class Timestamp
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>True, with the time, for a time stamp of RFC 3339; digits beyond 100 ns are dropped.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        const int Length = 19;
        if (text.Length <= Length
            || !DateTime.TryParseExact(text.AsSpan(0, Length), Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(Length);
        if (rest[0] is '.' or ',')
        {
            int digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0)
            {
                return false;
            }

            local = local.AddTicks(Ticks(rest.Slice(1, digits)));
            rest = rest[(1 + digits)..];
        }

        if (!TryParseOffset(rest, out TimeSpan offset) || local.Ticks < offset.Ticks || local.Ticks - offset.Ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTimeOffset(local.Ticks - offset.Ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>How long ago that was, as people say it; <c>&lt;unknown&gt;</c> for no time stamp and for the year 1.</summary>
    public static string Since(string? timestamp, DateTimeOffset now) =>
        timestamp is not null && TryParse(timestamp, out DateTimeOffset time) && time.Ticks != 0
            ? HumanDuration.Of(now - time)
            : "<unknown>";

    private static long Ticks(ReadOnlySpan<char> digits)
    {
        long ticks = 0;
        for (int i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return ticks;
    }

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z")
        {
            return true;
        }

        if (text is not [('+' or '-'), _, _, ':', _, _]
            || !int.TryParse(text.Slice(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
            || !int.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
            || hours > 24 || minutes > 60)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }
}
