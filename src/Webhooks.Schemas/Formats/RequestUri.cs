using System.Buffers;
using System.Globalization;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Formats;

/// <summary>An absolute URI, an absolute path, or <c>*</c>, read as <c>url.ParseRequestURI</c> of Go 1.26: a fragment is part of the path.</summary>
internal static class RequestUri
{
    private static readonly SearchValues<char> SchemeRest = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>What may stand in a host as it is, beside what is not ASCII.</summary>
    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~!$&'()*+,;=:[]<>\"");

    private static readonly SearchValues<char> UserCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:~!$&'()*+,;=%@");

    public static bool IsWellFormed(string text)
    {
        if (text.Length == 0 || HasControls(text))
        {
            return false;
        }

        if (text == "*")
        {
            return true;
        }

        int colon = SchemeLength(text);
        if (colon == 0)
        {
            return false;
        }

        bool hasScheme = colon > 0;
        ReadOnlySpan<char> rest = hasScheme ? text.AsSpan(colon + 1) : text;
        rest = rest.IndexOf('?') is >= 0 and var query ? rest[..query] : rest;
        if (!rest.StartsWith("/"))
        {
            return hasScheme;
        }

        if (hasScheme && rest.StartsWith("//"))
        {
            ReadOnlySpan<char> authority = rest[2..];
            int slash = authority.IndexOf('/');
            rest = slash < 0 ? default : authority[slash..];
            authority = slash < 0 ? authority : authority[..slash];
            if (!IsAuthority(authority, text.AsSpan(0, colon)))
            {
                return false;
            }
        }

        return AreEscapesWhole(rest);
    }

    /// <summary>Whether there are control characters of ASCII.</summary>
    public static bool HasControls(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0 || text.Contains('\x7F', StringComparison.Ordinal);

    /// <summary>Where the colon behind a scheme is; 0 for one that is missing before it, -1 for no scheme.</summary>
    public static int SchemeLength(string text)
    {
        int end = text.AsSpan().IndexOfAnyExcept(SchemeRest);
        return end < 0 || text[end] != ':' || (end > 0 && !char.IsAsciiLetter(text[0])) ? -1 : end;
    }

    /// <summary>Whether it is what may stand between two slashes and a path: a host, with a user and a port if they are there.</summary>
    /// <param name="authority">The text between.</param>
    /// <param name="scheme">The scheme before; empty for none. Only hosts of http and https can't have colons: others may list <c>a:1,b:2</c>.</param>
    public static bool IsAuthority(ReadOnlySpan<char> authority, ReadOnlySpan<char> scheme)
    {
        int at = authority.LastIndexOf('@');
        ReadOnlySpan<char> user = at < 0 ? default : authority[..at];
        return !user.ContainsAnyExcept(UserCharacters) && AreEscapesWhole(user) && IsHost(authority[(at + 1)..], IsWeb(scheme));
    }

    private static bool IsWeb(ReadOnlySpan<char> scheme) =>
        scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    private static bool IsHost(ReadOnlySpan<char> host, bool isWeb)
    {
        int bracket = host.LastIndexOf('[');
        if (bracket > 0)
        {
            return false;
        }

        if (bracket == 0)
        {
            int end = host.LastIndexOf(']');
            if (end < 0 || !IsPort(host[(end + 1)..]))
            {
                return false;
            }

            string address = host[1..end].ToString();
            int zone = address.IndexOf("%25", StringComparison.Ordinal);
            return Addresses.IsV6(zone < 0 ? address : address[..zone]) && (zone < 0 || IsZone(address.AsSpan(zone + 3)));
        }

        int colon = isWeb ? host.IndexOf(':') : host.LastIndexOf(':');
        return (colon < 0 || IsPort(host[colon..])) && IsHostText(host);
    }

    private static bool IsPort(ReadOnlySpan<char> port) => port.IsEmpty || (port[0] == ':' && !port[1..].ContainsAnyExceptInRange('0', '9'));

    /// <summary>The zone of an address: what may stand in a host, escaped or not, and an escaped blank or percent sign.</summary>
    private static bool IsZone(ReadOnlySpan<char> zone)
    {
        bool isEmpty = zone.IsEmpty;
        for (; !zone.IsEmpty; zone = zone[(zone[0] == '%' ? 3 : 1)..])
        {
            char meant = zone[0] != '%' ? zone[0] : IsEscape(zone) ? (char)byte.Parse(zone[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : '\0';
            bool isPlain = HostCharacters.Contains(meant) || (zone[0] == '%' ? meant is '%' or ' ' : meant >= 0x80);
            if (!isPlain)
            {
                return false;
            }
        }

        return !isEmpty;
    }

    private static bool IsHostText(ReadOnlySpan<char> host)
    {
        for (int i = 0; i < host.Length; i++)
        {
            if (host[i] == '%')
            {
                // An escape in a host is for what is not ASCII, or for the percent sign.
                if (!IsEscape(host[i..]) || (host[i + 1] < '8' && host.Slice(i, 3) is not "%25"))
                {
                    return false;
                }

                i += 2;
            }
            else if (host[i] < 0x80 && !HostCharacters.Contains(host[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether each percent sign begins an escape.</summary>
    public static bool AreEscapesWhole(ReadOnlySpan<char> text) => BrokenEscapeAt(text) < 0;

    /// <summary>What Go says of the first percent sign that begins no escape; <c>null</c> for none.</summary>
    public static string? BrokenEscape(string text) => BrokenEscapeAt(text) is >= 0 and var at
        ? $"invalid URL escape {GoString.Quote(text.Substring(at, Math.Min(3, text.Length - at)))}"
        : null;

    private static int BrokenEscapeAt(ReadOnlySpan<char> text)
    {
        for (int at = 0; text[at..].IndexOf('%') is >= 0 and var percent; at += percent + 3)
        {
            if (!IsEscape(text[(at + percent)..]))
            {
                return at + percent;
            }
        }

        return -1;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
}
