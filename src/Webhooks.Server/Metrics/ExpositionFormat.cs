using Microsoft.Net.Http.Headers;

namespace Webhooks.Server.Metrics;

/// <summary>A form in which metrics are scraped.</summary>
/// <param name="MediaType">Without parameters.</param>
/// <param name="Version">The parameter <c>version</c>.</param>
internal sealed record ExpositionFormat(string MediaType, string Version)
{
    /// <summary>The text format of Prometheus, which every scraper reads.</summary>
    public static readonly ExpositionFormat Text = new("text/plain", "0.0.4");

    /// <summary>OpenMetrics, for those who ask for it.</summary>
    public static readonly ExpositionFormat OpenMetrics = new("application/openmetrics-text", "1.0.0");

    /// <summary>The header <c>Content-Type</c>.</summary>
    public string ContentType { get; } = $"{MediaType}; version={Version}; charset=utf-8";

    /// <summary>
    /// The form that a header <c>Accept</c> prefers (RFC 9110, 12.5.1): the text format where it is all the same, and where
    /// neither is accepted, since a scraper can do more with it than with an error.
    /// </summary>
    public static ExpositionFormat Accepted(params IList<string> accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? ranges) && OpenMetrics.Quality(ranges) > Text.Quality(ranges)
            ? OpenMetrics
            : Text;

    // Of several ranges that match, the most specific counts.
    private double Quality(IEnumerable<MediaTypeHeaderValue> ranges)
    {
        (int Precision, double Quality) best = (0, 0);
        foreach (MediaTypeHeaderValue range in ranges)
        {
            int precision = PrecisionOf(range);
            if (precision > best.Precision)
            {
                best = (precision, range.Quality ?? 1);
            }
        }

        return best.Quality;
    }

    // 0: it does not match. Parameters other than the version, such as Prometheus' "escaping", exclude nothing.
    private int PrecisionOf(MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes)
        {
            return 1;
        }

        if (range.MatchesAllSubTypes)
        {
            return MediaType.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        }

        if (!range.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        NameValueHeaderValue? version = range.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("version", StringComparison.OrdinalIgnoreCase));
        return version == null ? 3 : version.GetUnescapedValue() == Version ? 4 : 0;
    }
}
