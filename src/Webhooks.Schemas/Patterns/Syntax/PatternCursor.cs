using System.Text;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>A place in the text of an expression, which moves on.</summary>
internal sealed class PatternCursor(string text)
{
    /// <summary>What there is to read. Half characters are U+FFFD, as to a server that has decoded them.</summary>
    public string Text { get; } = WithoutHalves(text);

    /// <summary>In UTF-16 units.</summary>
    public int At { get; set; }

    public bool IsAtEnd => At >= Text.Length;

    public int Left => Text.Length - At;

    /// <summary>A unit from here on; 0 beyond the end.</summary>
    public char Peek(int ahead = 0) => At + ahead < Text.Length ? Text[At + ahead] : '\0';

    public bool StartsWith(string word) => string.CompareOrdinal(Text, At, word, 0, word.Length) == 0;

    /// <summary>Goes past a word if it is here.</summary>
    public bool Take(string word)
    {
        bool isHere = StartsWith(word);
        At += isHere ? word.Length : 0;
        return isHere;
    }

    /// <summary>The next code point; U+FFFD at the end.</summary>
    public int Next()
    {
        if (IsAtEnd)
        {
            return Rune.ReplacementChar.Value;
        }

        Rune next = Rune.GetRuneAt(Text, At);
        At += next.Utf16SequenceLength;
        return next.Value;
    }

    public string Since(int start) => Text[start..At];

    public string From(int start) => Text[start..];

    public PatternException Refused(PatternErrorKind kind, int start) => new(kind, Since(start));

    private static string WithoutHalves(string text)
    {
        if (!text.Any(char.IsSurrogate))
        {
            return text;
        }

        StringBuilder whole = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
