using System.Buffers;

namespace Webhooks.Sandbox.Requests;

/// <summary>Reads a <c>Content-Type</c> as Go's <c>mime.ParseMediaType</c> does, which wants its parameters in order too.</summary>
/// <remarks>Source: RFC 2045, 2183, and the package <c>mime</c>: a semicolon at the end is let pass.</remarks>
internal static class GoMediaType
{
    private static readonly SearchValues<char> Token =
        SearchValues.Create("!#$%&'*+-.^_`{|}~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The media type in lower case; <c>null</c> where the header is malformed.</summary>
    public static string? Parse(string header)
    {
        int end = header.IndexOf(';', StringComparison.Ordinal);
        string type = (end < 0 ? header : header[..end]).Trim().ToLowerInvariant();
        return IsType(type) && (end < 0 || AreParameters(header.AsSpan(end))) ? type : null;
    }

    private static bool IsType(ReadOnlySpan<char> text)
    {
        if (TakeToken(ref text).IsEmpty)
        {
            return false;
        }

        return text.IsEmpty || (text[0] == '/' && !TakeToken(ref text, 1).IsEmpty && text.IsEmpty);
    }

    private static bool AreParameters(ReadOnlySpan<char> rest)
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        for (rest = rest.TrimStart(); !rest.IsEmpty; rest = rest.TrimStart())
        {
            if (rest.TrimEnd() is ";")
            {
                return true;
            }

            if (TakeParameter(ref rest) is not (string name, string value) || (known.TryGetValue(name, out string? other) && other != value))
            {
                return false;
            }

            known[name] = value;
        }

        return true;
    }

    private static (string Name, string Value)? TakeParameter(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] != ';')
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        string name = TakeToken(ref rest).ToString().ToLowerInvariant();
        rest = rest.TrimStart();
        if (name.Length == 0 || !rest.StartsWith("="))
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        string? value = rest.StartsWith("\"") ? TakeQuoted(ref rest) : TakeToken(ref rest) is { IsEmpty: false } token ? token.ToString() : null;
        return value == null ? null : (name, value);
    }

    private static string? TakeQuoted(ref ReadOnlySpan<char> rest)
    {
        System.Text.StringBuilder value = new();
        for (int i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                rest = rest[(i + 1)..];
                return value.ToString();
            }

            // A backslash counts before what needs it only: paths of Windows are sent without.
            i += rest[i] == '\\' && i + 1 < rest.Length && "()<>@,;:\\\"/[]?=".Contains(rest[i + 1], StringComparison.Ordinal) ? 1 : 0;
            value.Append(rest[i]);
        }

        return null;
    }

    private static ReadOnlySpan<char> TakeToken(ref ReadOnlySpan<char> text, int start = 0)
    {
        int end = text[start..].IndexOfAnyExcept(Token);
        end = end < 0 ? text.Length : start + end;
        ReadOnlySpan<char> token = text[start..end];
        text = text[end..];
        return token;
    }
}
