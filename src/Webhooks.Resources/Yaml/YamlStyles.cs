using System.Buffers;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// Chooses how to write a string: as kubectl would, and so that readers of YAML 1.1 and 1.2 alike read it back.
/// </summary>
internal static class YamlStyles
{
    private const int MostBlanks = 100;

    private static readonly SearchValues<char> Special = SearchValues.Create(
        "\0\x01\x02\x03\x04\x05\x06\x07\b\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f" +
        "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f" +
        "\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\u2028\u2029\ufeff\ufffe\uffff");

    /// <summary>The style of a value.</summary>
    public static YamlStyle OfValue(string text)
    {
        YamlStyle style = OfLine(text);
        return style == YamlStyle.DoubleQuoted && IsBlock(text) ? YamlStyle.Literal : style;
    }

    /// <summary>The style of a member's name, which stays on one line.</summary>
    public static YamlStyle OfName(string text)
    {
        YamlStyle style = OfLine(text);

        // YamlDotNet does not see the ':' behind such a word.
        return style == YamlStyle.Plain && text.Contains(" *", StringComparison.Ordinal) ? YamlStyle.SingleQuoted : style;
    }

    private static YamlStyle OfLine(string text)
    {
        if (YamlAmbiguity.IsAmbiguous(text) || text.AsSpan().ContainsAny('\n', '\t') || text.AsSpan().ContainsAny(Special))
        {
            return YamlStyle.DoubleQuoted;
        }

        return HasIndicators(text) ? YamlStyle.SingleQuoted : YamlStyle.Plain;
    }

    private static bool HasIndicators(string text) =>
        ",[]{}#&*!|>'\"%@` ".Contains(text[0]) ||
        (text[0] is '-' or '?' or ':' && (text.Length == 1 || text[1] == ' ')) ||
        text.StartsWith("---", StringComparison.Ordinal) ||
        text.StartsWith("...", StringComparison.Ordinal) ||
        text[^1] is ':' or ' ' ||
        text.Contains(": ", StringComparison.Ordinal) ||
        text.Contains(" #", StringComparison.Ordinal);

    /// <summary>
    /// Whether several lines are better as a block: one that does not end in blanks, and whose first line does not
    /// consist of them or start with very many, which YamlDotNet can't read.
    /// </summary>
    private static bool IsBlock(string text)
    {
        if (!text.Contains('\n') || text[^1] is ' ' or '\t' || text.AsSpan().ContainsAny(Special) || !text.AsSpan().ContainsAnyExcept("\n \t"))
        {
            return false;
        }

        ReadOnlySpan<char> first = text.AsSpan(0, text.IndexOf('\n'));
        int blanks = first.IndexOfAnyExcept(' ', '\t');
        return first.IsEmpty || (blanks >= 0 && blanks <= MostBlanks);
    }
}
