namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Reads the code points of a text. Half a character is U+FFFD, as to a server that has decoded it.</summary>
internal static class CodePoints
{
    public const int Replacement = 0xFFFD;

    /// <summary>What stands for the end of a text.</summary>
    public const int End = -1;

    /// <summary>The code point at a place, which moves past it.</summary>
    public static int Next(ReadOnlySpan<char> text, ref int at)
    {
        char unit = text[at++];
        if (!char.IsSurrogate(unit))
        {
            return unit;
        }

        if (char.IsHighSurrogate(unit) && at < text.Length && char.IsLowSurrogate(text[at]))
        {
            return char.ConvertToUtf32(unit, text[at++]);
        }

        return Replacement;
    }
}
