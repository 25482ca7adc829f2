using System.Globalization;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Metadata;

/// <summary>Times of RFC 3339 as Go's <c>time.Parse</c> reads them, with its words for what it can't read.</summary>
internal static class GoTime
{
    private const string Layout = "2006-01-02T15:04:05Z07:00";

    private static readonly string[] Parts = ["2006", "-", "01", "-", "02", "T", "15", ":", "04", ":", "05", "Z07:00"];

    /// <summary>The text in UTC, seconds whole: what metadata keeps.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a time.</summary>
    /// <returns>What is wrong with the text; <c>null</c> when nothing is.</returns>
    public static string? Parse(string text, out DateTimeOffset time)
    {
        time = default;
        ReadOnlySpan<char> rest = text;
        foreach (string part in Parts)
        {
            int taken = part switch
            {
                "Z07:00" => ZoneLength(rest = SkipFraction(rest)),
                _ when !char.IsAsciiDigit(part[0]) => rest.StartsWith(part) ? part.Length : 0,
                _ => rest.Length >= part.Length && !rest[..part.Length].ContainsAnyExceptInRange('0', '9') ? part.Length : 0,
            };
            if (taken == 0)
            {
                return $"parsing time {GoString.Quote(text)} as {GoString.Quote(Layout)}: cannot parse {GoString.Quote(rest.ToString())} as {GoString.Quote(part)}";
            }

            rest = rest[taken..];
        }

        if (!rest.IsEmpty)
        {
            return $"parsing time {GoString.Quote(text)}: extra text: {GoString.Quote(rest.ToString())}";
        }

        return Bound(text) is { } bound ? $"parsing time {GoString.Quote(text)}: {bound} out of range"
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) ? null
            : $"parsing time {GoString.Quote(text)}: day out of range";
    }

    private static string? Bound(string text) =>
        Number(text, 5) is < 1 or > 12 ? "month"
        : Number(text, 8) is < 1 or > 31 ? "day"
        : Number(text, 11) > 23 ? "hour"
        : Number(text, 14) > 59 ? "minute"
        : Number(text, 17) > 59 ? "second"
        : null;

    private static int Number(string text, int start) => int.Parse(text.AsSpan(start, 2), CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> SkipFraction(ReadOnlySpan<char> rest)
    {
        if (rest is not (['.' or ',', >= '0' and <= '9', ..]))
        {
            return rest;
        }

        int end = rest[1..].IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? default : rest[(end + 1)..];
    }

    private static int ZoneLength(ReadOnlySpan<char> rest) => rest switch
    {
        ['Z', ..] => 1,
        ['+' or '-', var a, var b, ':', var c, var d, ..] when char.IsAsciiDigit(a) && char.IsAsciiDigit(b) && char.IsAsciiDigit(c) && char.IsAsciiDigit(d) => 6,
        _ => 0,
    };
}
