namespace Webhooks.Schemas.Formats;

/// <summary>Words of mail headers that carry other characters than ASCII: <c>=?utf-8?q?J=C3=BCrgen?=</c> (RFC 2047).</summary>
/// <remarks>Source: <c>mime.WordDecoder</c>.</remarks>
internal static class EncodedWord
{
    private static readonly string[] Charsets = ["utf-8", "iso-8859-1", "us-ascii"];

    /// <summary>Whether it is such a word in a character set that Go does not know; what is no such word counts as plain text.</summary>
    public static bool HasUnknownCharset(string word)
    {
        if (word.Length < 8 || !word.StartsWith("=?", StringComparison.Ordinal) || !word.EndsWith("?=", StringComparison.Ordinal)
            || word[2..^2].Split('?') is not [{ Length: > 0 } charset, var encoding, var text])
        {
            return false;
        }

        bool isEncoded = encoding switch
        {
            "B" or "b" => text.Length == 0 || Base64Text.IsWellFormed(text),
            "Q" or "q" => IsQuoted(text),
            _ => false,
        };
        return isEncoded && !Charsets.Contains(charset, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        for (; !text.IsEmpty; text = text[(text[0] == '=' ? 3 : 1)..])
        {
            if (text[0] == '=' ? text is not [_, var high, var low, ..] || !char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low)
                : text[0] is not ((>= ' ' and <= '~') or '\t' or '\n' or '\r'))
            {
                return false;
            }
        }

        return true;
    }
}
