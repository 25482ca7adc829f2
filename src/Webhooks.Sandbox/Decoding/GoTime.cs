using System.Globalization;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Times as Go's <c>time.Parse</c> reads them in the two layouts of the API, with its errors.</summary>
internal static class GoTime
{
    /// <summary>The layout of <c>metav1.Time</c>: to the second, more decimals are read and dropped.</summary>
    public const string Rfc3339 = "2006-01-02T15:04:05Z07:00";

    /// <summary>The layout of <c>metav1.MicroTime</c>: exactly six decimals.</summary>
    public const string Micro = "2006-01-02T15:04:05.000000Z07:00";

    /// <summary>What is wrong with a text; <c>null</c> for a time.</summary>
    public static string? Problem(string text, string layout) => new GoTimeReading(text, layout).Read(out _);

    /// <summary>The text as the server writes that time, in UTC; <c>null</c> for Go's zero time, which is written as null.</summary>
    /// <exception cref="DecodeException">It is no time in that layout.</exception>
    public static string? Canonical(string text, string layout)
    {
        if (new GoTimeReading(text, layout).Read(out DateTime time) is { } problem)
        {
            throw new DecodeException(problem);
        }

        return time == default ? null
            : time.ToString(layout == Micro ? "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    internal static string Failure(string text, string layout, string element, string rest) =>
        $"parsing time {GoString.Quote(text)} as {GoString.Quote(layout)}: cannot parse {GoString.Quote(rest)} as {GoString.Quote(element)}";

    internal static string Failure(string text, string why) => $"parsing time {GoString.Quote(text)}: {why}";
}
