using System.Buffers;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>Pointers as text: each token behind a <c>/</c>, with <c>~0</c> for <c>~</c> and <c>~1</c> for <c>/</c> (RFC 6901 section 3).</summary>
internal static class PointerText
{
    private const int LongestShown = 200;

    /// <summary>The tokens that a text says, unescaped.</summary>
    /// <exception cref="FormatException">The text is no pointer; the message says how to mend it.</exception>
    public static IEnumerable<string> Tokens(string text)
    {
        if (text.Length > 0 && text[0] != '/')
        {
            throw new FormatException($"pointer {Quote(text)} must start with \"/\", or be empty for the whole document");
        }

        for (int end, start = 1; start <= text.Length && text.Length > 0; start = end + 1)
        {
            end = text.IndexOf('/', start);
            end = end < 0 ? text.Length : end;
            yield return Unescape(text, start, end);
        }
    }

    /// <summary>The text of a pointer.</summary>
    public static string Format(string[] tokens)
    {
        int most = 0;
        foreach (string token in tokens)
        {
            most += 1 + (2 * token.Length);
        }

        char[] text = ArrayPool<char>.Shared.Rent(most);
        int length = 0;
        foreach (string token in tokens)
        {
            text[length++] = '/';
            foreach (char next in token)
            {
                text[length++] = next is '~' or '/' ? '~' : next;
                if (next is '~' or '/')
                {
                    text[length++] = next == '~' ? '0' : '1';
                }
            }
        }

        string pointer = new(text, 0, length);
        ArrayPool<char>.Shared.Return(text);
        return pointer;
    }

    /// <summary>The text for a message: 200 characters of it, an ellipsis in place of the rest.</summary>
    public static string Shorten(string text) =>
        text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");

    private static string Quote(string text) => JsonText.Quote(Shorten(text));

    private static string Unescape(string text, int start, int end)
    {
        string token = text[start..end];
        int tilde = token.IndexOf('~');
        if (tilde < 0)
        {
            return token;
        }

        for (; tilde >= 0; tilde = token.IndexOf('~', tilde + 1))
        {
            if (tilde + 1 == token.Length || token[tilde + 1] is not ('0' or '1'))
            {
                throw new FormatException(
                    $"pointer {Quote(text)} has a \"~\" that starts no escape; write \"~0\" for \"~\" and \"~1\" for \"/\"");
            }
        }

        // "~1" first: else the "1" of "~01" would be taken for one of "~1".
        return token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
