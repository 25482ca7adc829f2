using System.Globalization;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Tables;

/// <summary>Durations in two or three significant figures: <c>90s</c>, <c>5m10s</c>, <c>2d3h</c>, <c>3y40d</c>.</summary>
/// <remarks>Source: k8s.io/apimachinery/pkg/util/duration.</remarks>
internal static class HumanDuration
{
    /// <summary>How long ago that was; <c>&lt;unknown&gt;</c> for no time stamp and for the year 1.</summary>
    public static string Since(string? timestamp, DateTimeOffset now) =>
        timestamp is not null && GoTime.TryParse(timestamp, out DateTimeOffset time) && time.Ticks != 0 ? Of(now - time) : "<unknown>";

    /// <summary>The text for a duration; up to two seconds below zero count as clocks that differ, more is <c>&lt;invalid&gt;</c>.</summary>
    public static string Of(TimeSpan duration)
    {
        long seconds = duration.Ticks / TimeSpan.TicksPerSecond;
        long minutes = seconds / 60;
        long hours = minutes / 60;
        long days = hours / 24;
        return seconds switch
        {
            < -1 => "<invalid>",
            < 0 => "0s",
            < 120 => Of(seconds, 's'),
            _ when minutes < 10 => Of(minutes, 'm', seconds % 60, 's'),
            _ when minutes < 180 => Of(minutes, 'm'),
            _ when hours < 8 => Of(hours, 'h', minutes % 60, 'm'),
            _ when hours < 48 => Of(hours, 'h'),
            _ when days < 8 => Of(days, 'd', hours % 24, 'h'),
            _ when days < 365 * 2 => Of(days, 'd'),
            _ when days < 365 * 8 => Of(days / 365, 'y', days % 365, 'd'),
            _ => Of(days / 365, 'y'),
        };
    }

    private static string Of(long count, char unit, long rest = 0, char restUnit = ' ') => rest == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{count}{unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{count}{unit}{rest}{restUnit}");
}
