using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// Finds tokens that YamlDotNet 16.3 makes of texts which go-yaml's scanner refuses or takes otherwise. It sees the
/// tokens in order.
/// </summary>
internal sealed class YamlTokenCheck
{
    private const int LongestTagPrefix = 256;
    private const int DeepestIndentation = 1000;

    private static readonly SearchValues<char> AnchorCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly string _text;
    private int _covered;
    private int _flowDepth;
    private int _plainEnd;

    public YamlTokenCheck(string text)
    {
        _text = text;
    }

    /// <summary>What is wrong with the next token; null when nothing is.</summary>
    public string? Problem(Token token)
    {
        if (HasSkippedText(token))
        {
            return "there is punctuation before this that does not belong here";
        }

        switch (token)
        {
            case FlowSequenceStart or FlowMappingStart:
                _flowDepth++;
                return null;
            case FlowSequenceEnd or FlowMappingEnd:
                _flowDepth--;
                return null;
            case Scalar { Style: ScalarStyle.Plain } scalar:
                _plainEnd = (int)scalar.End.Index;
                return Plain(scalar);
            case Scalar { Style: ScalarStyle.DoubleQuoted } scalar:
                return DoubleQuoted(scalar);
            case Scalar { Style: ScalarStyle.Literal }:
                return Literal((int)token.Start.Index);
            case Value when _flowDepth > 0 && token.Start.Index == _plainEnd && Next(token) == ',':
                return "a ':' before a ',' needs a space between them, or the text before it quotes";
            case Anchor anchor:
                return Name(anchor.Value.Value);
            case AnchorAlias alias:
                return Name(alias.Value.Value);
            case TagDirective directive when directive.Prefix.Length > LongestTagPrefix:
                return $"a tag prefix may have {LongestTagPrefix} characters";
            default:
                return null;
        }
    }

    private static string? Name(string anchor) =>
        anchor.AsSpan().ContainsAnyExcept(AnchorCharacters) ? "an anchor's name consists of letters, digits, '-' and '_'" : null;

    private char Next(Token token) => token.End.Index < _text.Length ? _text[(int)token.End.Index] : '\0';

    private string? Plain(Scalar scalar)
    {
        string text = scalar.Value;
        if (text.StartsWith('\uFEFF'))
        {
            return "a byte order mark may only stand at the start of a document";
        }

        if (text.Contains(": ", StringComparison.Ordinal) || text.Contains(":\t", StringComparison.Ordinal) ||
            text.Contains(":\n", StringComparison.Ordinal) || (_flowDepth == 0 && text.EndsWith(':')))
        {
            return "mapping values are not allowed in this context; quote the text";
        }

        return _flowDepth > 0 && (text.Contains('?') || (text.Length > 0 && "@`%|>:&*!#,".Contains(text[0])))
            ? "inside [] and {} text with '?', or that starts with such a character, needs quotes"
            : null;
    }

    // YamlDotNet looks ahead over these blanks further than its buffer reaches, and then reads other characters.
    private string? Literal(int start)
    {
        ReadOnlySpan<char> content = _text.AsSpan(Math.Min(EndOfLine(start) + 1, _text.Length));
        int indentation = content.IndexOfAnyExcept(' ');
        return (indentation < 0 ? content.Length : indentation) > DeepestIndentation
            ? $"the first line of a block may be indented by {DeepestIndentation} blanks"
            : null;
    }

    // go-yaml takes no surrogates, paired or not, and YamlDotNet does not check the second of a pair.
    private string? DoubleQuoted(Scalar scalar)
    {
        ReadOnlySpan<char> raw = _text.AsSpan((int)scalar.Start.Index, (int)(scalar.End.Index - scalar.Start.Index));
        while (raw.IndexOf('\\') is >= 0 and int backslash && backslash + 5 < raw.Length)
        {
            raw = raw[(backslash + 1)..];
            if (raw is ['u', 'd' or 'D', '8' or '9' or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'), ..] ||
                (raw is ['U', ..] && raw[1..].StartsWith("0000d", StringComparison.OrdinalIgnoreCase) && raw is [_, _, _, _, _, _, not (>= '0' and <= '7'), ..]))
            {
                return "invalid Unicode character escape code; write the character itself";
            }

            raw = raw[1..];
        }

        return null;
    }

    // YamlDotNet passes over a stray ':' at times. Between tokens only blanks, breaks and comments may stand.
    private bool HasSkippedText(Token token)
    {
        int start = (int)token.Start.Index;
        bool inComment = false;
        for (; _covered < Math.Min(start, _text.Length); _covered++)
        {
            char c = _text[_covered];
            if (c is '\n' or '\r' or '\x85' or '\u2028' or '\u2029')
            {
                inComment = false;
            }
            else if (c == '#')
            {
                inComment = true;
            }
            else if (!inComment && c is not (' ' or '\t' or '\0'))
            {
                return true;
            }
        }

        int end = token is FlowSequenceStart or FlowMappingStart or FlowSequenceEnd or FlowMappingEnd ? start + 1
            : token is DocumentEnd ? start + 3
            : token is VersionDirective or TagDirective ? EndOfLine(start)
            : (int)token.End.Index;
        _covered = Math.Max(_covered, end);
        return false;
    }

    private int EndOfLine(int start)
    {
        int end = _text.IndexOf('\n', start);
        return end < 0 ? _text.Length : end;
    }
}
