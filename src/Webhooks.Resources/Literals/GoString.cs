using System.Globalization;
using System.Text;

namespace Webhooks.Resources.Literals;

/// <summary>Strings as Go's <c>%q</c> prints them; Kubernetes quotes names and values in its messages so.</summary>
public static class GoString
{
    /// <summary><paramref name="text"/> in double quotes, with Go's escapes for what cannot be printed.</summary>
    /// <remarks>
    /// Letters, marks, numbers, punctuation, symbols and the ASCII space stand as they are; other characters become
    /// <c>\n</c>, <c>\x00</c>, <c>\u00a0</c>, <c>\U000e0001</c>. A lone surrogate reads as U+FFFD, as Go's JSON decoder has it.
    /// </remarks>
    public static string Quote(string text)
    {
        StringBuilder quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (Rune rune in text.EnumerateRunes())
        {
            Append(quoted, rune);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        switch (rune.Value)
        {
            case '"' or '\\':
                quoted.Append('\\').Append((char)rune.Value);
                break;
            case >= '\a' and <= '\r':
                quoted.Append('\\').Append("abtnvfr"[rune.Value - '\a']);
                break;
            case < ' ' or 0x7F:
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
                break;
            case not ' ' when !IsPrint(rune):
                quoted.Append(rune.IsBmp ? "\\u" : "\\U").Append(rune.Value.ToString(rune.IsBmp ? "x4" : "x8", CultureInfo.InvariantCulture));
                break;
            default:
                quoted.Append(rune);
                break;
        }
    }

    /// <summary>Whether Go prints a character as it is, but for the ASCII space.</summary>
    public static bool IsPrint(Rune rune)
    {
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate => false,
            UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
            _ => true,
        };
    }
}
