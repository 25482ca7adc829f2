using System.Globalization;
using System.Text;

namespace Webhooks.Admission.Injection;

/// <summary>Keeps warnings to what the API server passes on whole: one line, at most 120 characters, no control characters.</summary>
internal static class Warning
{
    /// <summary>The most characters of a warning.</summary>
    public const int MaxLength = 120;

    private const int MaxExcerpt = 32;

    public static string Line(string text) => Shorten(text, MaxLength);

    /// <summary>Something of the user's inside a warning: at most 32 characters.</summary>
    public static string Excerpt(string text) => Shorten(text, MaxExcerpt);

    /// <summary>The text as one line of at most so many characters.</summary>
    public static string Shorten(string text, int most)
    {
        StringBuilder line = new();
        int length = 0;
        foreach (Rune next in text.EnumerateRunes())
        {
            if (++length > most)
            {
                line.Length -= line.Length > 0 && char.IsLowSurrogate(line[^1]) ? 2 : 1;
                return line.Append('…').ToString();
            }

            line.Append(IsControl(next) ? new Rune(' ') : next);
        }

        return line.ToString();
    }

    /// <summary>U+2028 and U+2029 count: they break a line too.</summary>
    private static bool IsControl(Rune rune) =>
        Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
