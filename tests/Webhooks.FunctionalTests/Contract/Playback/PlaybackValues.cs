using System.Globalization;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract.Playback;

/// <summary>Gives placeholders values of their form.</summary>
internal static class PlaybackValues
{
    /// <summary>Between two versions that follow each other: others write too.</summary>
    private const int Gap = 7;

    private const string SuffixLetters = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>A text without placeholders.</summary>
    public static string Fill(string text) => Placeholder.Replace(text, Of);

    private static string Of(Placeholder placeholder)
    {
        int number = placeholder.Number ?? 0;
        return placeholder.Kind switch
        {
            "uid" => string.Create(CultureInfo.InvariantCulture, $"{number:x8}-0000-4000-8000-00000000000a"),
            "suffix" => $"xyz{SuffixLetters[number / SuffixLetters.Length]}{SuffixLetters[number % SuffixLetters.Length]}".Replace('y', 'z'),
            "continue" => $"eyJ2{number}",
            "token" => $"eyJhbGciOiJSUzI1NiJ9.e{number}.s-_",
            "rv" or "listrv" => (100 + (number * Gap)).ToString(CultureInfo.InvariantCulture),
            "time:c" => Time(number),
            "time:d" => Time(3600 + number),
            "time" => Time(0),
            "microtime" => "2026-01-01T12:00:00.123456Z",
            "age" => "5m3s",
            "number" => "4711",
            "hash" => "0A1B2C",
            _ => "a text, and more of it",
        };
    }

    private static string Time(int seconds) =>
        new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
