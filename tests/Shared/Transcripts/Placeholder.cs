using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Webhooks.Shared.Transcripts;

/// <summary>What stands in a recording for a value that changes from run to run.</summary>
/// <param name="Name">As written, brackets included.</param>
/// <param name="Kind">What stands before the number: <c>uid</c>, <c>rv</c>, <c>time:c</c>.</param>
/// <param name="Number">Which one of its kind; <c>null</c>: any value of that form, not the same each time.</param>
internal sealed partial record Placeholder(string Name, string Kind, int? Number)
{
    /// <summary>Five characters of the alphabet that Kubernetes makes names of.</summary>
    private const string Suffix = "[bcdfghjklmnpqrstvwxz2456789]{5}";

    /// <summary>A date and a time of day.</summary>
    private const string Second = "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]";

    /// <summary>Whether it is a version of an object or of a collection.</summary>
    public bool IsVersion => Kind is "rv" or "listrv";

    /// <summary>A pattern for the values that it can stand for.</summary>
    public string Form => Kind switch
    {
        "uid" => "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "suffix" => Suffix,
        "continue" or "token" => "[A-Za-z0-9._=-]+",
        "rv" or "listrv" => "[1-9][0-9]{0,18}",
        "time:c" or "time:d" or "time" => Second + "Z",
        "microtime" => Second + @"\.[0-9]{6}Z",
        "age" => "(?:[0-9]+[smhdy]){1,2}",
        "number" => "[0-9]+",
        "hash" => "[0-9A-Fa-f]+",
        _ => ".*",
    };

    /// <summary>All in a text, in their order, each with where it begins.</summary>
    public static ImmutableArray<(int Start, Placeholder Placeholder)> In(string text) =>
        text.Contains('<', StringComparison.Ordinal) ? [.. Pattern().Matches(text).Select(match => (match.Index, Of(match)))] : [];

    /// <summary>A text with each placeholder replaced.</summary>
    public static string Replace(string text, Func<Placeholder, string> value) =>
        text.Contains('<', StringComparison.Ordinal) ? Pattern().Replace(text, match => value(Of(match))) : text;

    private static Placeholder Of(Match match)
    {
        string number = match.Groups["number"].Value;
        return new Placeholder(match.Value, match.Groups["kind"].Value, number.Length == 0 ? null : int.Parse(number, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("<(?:(?<kind>uid|suffix|continue|token|rv|listrv):(?<number>[0-9]{1,9})|(?<kind>time:[cd])(?<number>[0-9]{1,9})|(?<kind>time|microtime|age|number|hash|text))>")]
    private static partial Regex Pattern();
}
