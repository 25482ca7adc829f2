using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Formats;

/// <summary>The parts of a URL, read as <c>url.Parse</c> does.</summary>
/// <param name="Scheme">The scheme in lower case; empty for none.</param>
/// <param name="User">What stands before the host, as written; <c>null</c> for nothing.</param>
/// <param name="Host">The host with its port; empty for none.</param>
/// <param name="Query">What stands behind the question mark.</param>
/// <param name="Fragment">What stands behind the hash.</param>
/// <param name="Problem">Why it is none, as Go says it: <c>parse "%": invalid URL escape "%"</c>; <c>null</c> when it is one.</param>
internal sealed record WebUrl(string Scheme, string? User, string Host, string Query, string Fragment, string? Problem)
{
    private static readonly WebUrl None = new("", null, "", "", "", null);

    /// <summary>The parts of a text.</summary>
    public static WebUrl Parse(string text)
    {
        string[] halves = text.Split('#', 2);
        (string rest, string fragment) = (halves[0], halves.Length > 1 ? halves[1] : "");
        if (RequestUri.HasControls(rest))
        {
            return Refused(rest, "net/url: invalid control character in URL");
        }

        int colon = RequestUri.SchemeLength(rest);
        if (colon == 0)
        {
            return Refused(rest, "missing protocol scheme");
        }

        string scheme = colon > 0 ? rest[..colon].ToLowerInvariant() : "";
        string[] parts = rest[(colon + 1)..].Split('?', 2);
        WebUrl url = None with { Scheme = scheme, Query = parts.Length > 1 ? parts[1] : "", Fragment = fragment };
        string path = parts[0];
        if (!path.StartsWith('/'))
        {
            if (scheme.Length > 0)
            {
                return RequestUri.BrokenEscape(fragment) is { } inFragment ? Refused(text, inFragment) : url;
            }

            if (path.Split('/')[0].Contains(':', StringComparison.Ordinal))
            {
                return Refused(rest, "first path segment in URL cannot contain colon");
            }
        }

        if (path.StartsWith("//", StringComparison.Ordinal) && (scheme.Length > 0 || !path.StartsWith("///", StringComparison.Ordinal)))
        {
            int slash = path.IndexOf('/', 2);
            string authority = slash < 0 ? path[2..] : path[2..slash];
            if (!RequestUri.IsAuthority(authority, scheme))
            {
                return Refused(rest, "invalid host");
            }

            int at = authority.LastIndexOf('@');
            url = url with { User = at < 0 ? null : authority[..at], Host = authority[(at + 1)..] };
            path = slash < 0 ? "" : path[slash..];
        }

        return RequestUri.BrokenEscape(path) is { } inPath ? Refused(rest, inPath)
            : RequestUri.BrokenEscape(fragment) is { } behind ? Refused(text, behind)
            : url;
    }

    private static WebUrl Refused(string text, string problem) => None with { Problem = $"parse {GoString.Quote(text)}: {problem}" };
}
