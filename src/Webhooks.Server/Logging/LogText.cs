using System.Buffers;
using System.Globalization;
using System.Text;

namespace Webhooks.Server.Logging;

/// <summary>
/// Text inside a log line: what could end the line, or make a terminal or a reader take it for another, is escaped as
/// JSON escapes it, and what is long is cut.
/// </summary>
internal static class LogText
{
    /// <summary>The most characters of a value; a request's texts have no bound of their own.</summary>
    public const int MostOfValue = 1024;

    /// <summary>The most characters of a message, which has values inside it.</summary>
    public const int MostOfMessage = 4 * MostOfValue;

    /// <summary>The most characters of an exception with its stack.</summary>
    public const int MostOfStack = 16 * MostOfValue;

    // Printable ASCII but quotes, backslashes and, in the second, what parts one value from the next: nearly all text.
    private static readonly SearchValues<char> Safe =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except(['"', '\\'])]);

    private static readonly SearchValues<char> SafeUnquoted =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Except(['"', '\\', '='])]);

    /// <summary>Writes a text without quotes around it.</summary>
    public static void WritePlain(TextWriter output, ReadOnlySpan<char> text, int most) => WriteEscaped(output, text, most, isQuoted: false);

    /// <summary>Writes a text as a JSON string.</summary>
    public static void WriteQuoted(TextWriter output, ReadOnlySpan<char> text, int most)
    {
        output.Write('"');
        WriteEscaped(output, text, most, isQuoted: true);
        output.Write('"');
    }

    /// <summary>True for a text that can be told from its neighbours without quotes.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostOfValue)
        {
            return false;
        }

        if (!text.ContainsAnyExcept(SafeUnquoted))
        {
            return true;
        }

        foreach (Rune next in text.EnumerateRunes())
        {
            if (next.IsAscii ? !SafeUnquoted.Contains((char)next.Value) : Rune.IsWhiteSpace(next) || IsHidden(next))
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteEscaped(TextWriter output, ReadOnlySpan<char> text, int most, bool isQuoted)
    {
        int kept = text.Length <= most ? text.Length : most - (char.IsHighSurrogate(text[most - 1]) ? 1 : 0);
        ReadOnlySpan<char> rest = text[..kept];
        for (int safe = rest.IndexOfAnyExcept(Safe); safe >= 0; safe = rest.IndexOfAnyExcept(Safe))
        {
            output.Write(rest[..safe]);
            Rune.DecodeFromUtf16(rest[safe..], out Rune next, out int consumed);
            WriteRune(output, next, isQuoted);
            rest = rest[(safe + consumed)..];
        }

        output.Write(rest);
        if (kept < text.Length)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"… {text.Length - kept} more"));
        }
    }

    // Half a surrogate pair was read as U+FFFD.
    private static void WriteRune(TextWriter output, Rune rune, bool isQuoted)
    {
        Span<char> characters = stackalloc char[2];
        ReadOnlySpan<char> written = characters[..rune.EncodeToUtf16(characters)];
        if (IsHidden(rune))
        {
            WriteEscape(output, written);
            return;
        }

        if (isQuoted && rune.Value is '"' or '\\')
        {
            output.Write('\\');
        }

        output.Write(written);
    }

    private static void WriteEscape(TextWriter output, ReadOnlySpan<char> hidden)
    {
        foreach (char next in hidden)
        {
            output.Write(next switch
            {
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ => string.Create(CultureInfo.InvariantCulture, $@"\u{(int)next:x4}"),
            });
        }
    }

    // Format characters turn the direction of what follows, or are seen by nobody.
    private static bool IsHidden(Rune rune) => !rune.IsAscii
        ? Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        : rune.Value is < ' ' or 0x7f;
}
