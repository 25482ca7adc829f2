using System.Globalization;
using System.Text;

namespace Webhooks.Resources.Literals;

/// <summary>Times as Go's <c>time.Parse</c> reads them in the two layouts of the API, with its errors.</summary>
public static class GoTime
{
    /// <summary>The layout of <c>metav1.Time</c>: to the second, more decimals are read and dropped.</summary>
    public const string Rfc3339 = "2006-01-02T15:04:05Z07:00";

    /// <summary>The layout of <c>metav1.MicroTime</c>: exactly six decimals.</summary>
    public const string Micro = "2006-01-02T15:04:05.000000Z07:00";

    /// <summary>Reads a time.</summary>
    /// <param name="text">What should be one.</param>
    /// <param name="layout">One of the two layouts here.</param>
    /// <param name="time">The time in UTC, to 100 ns; what lies outside of the years 1 to 9999 is moved to their ends.</param>
    /// <returns>What is wrong with the text; <c>null</c> where nothing is.</returns>
    public static string? Parse(string text, string layout, out DateTimeOffset time)
    {
        string? problem = new GoTimeReading(text, layout).Read(out DateTime utc);
        time = new DateTimeOffset(utc.Ticks, TimeSpan.Zero);
        return problem;
    }

    /// <summary>True, with the time, for one in the layout of <c>metav1.Time</c>.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) => Parse(text, Rfc3339, out time) == null;

    /// <summary>A time as <c>metav1.Time</c> is written: UTC, its fraction of a second dropped.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time as <c>metav1.MicroTime</c> is written: UTC, six decimals.</summary>
    public static string WriteMicro(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    internal static string Failure(string text, string layout, string element, string rest) =>
        $"parsing time {Quote(text)} as {Quote(layout)}: cannot parse {Quote(rest)} as {Quote(element)}";

    internal static string Failure(string text, string why) => $"parsing time {Quote(text)}: {why}";

    /// <summary>A text as Go's times quote it: not as its strings, but all that is no ASCII, or below the space, by its bytes.</summary>
    internal static string Quote(string text)
    {
        StringBuilder quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (byte next in Encoding.UTF8.GetBytes(text))
        {
            _ = next is < 0x20 or >= 0x80 ? quoted.Append(CultureInfo.InvariantCulture, $"\\x{next:x2}")
                : quoted.Append(next is (byte)'"' or (byte)'\\' ? "\\" : "").Append((char)next);
        }

        return quoted.Append('"').ToString();
    }
}
