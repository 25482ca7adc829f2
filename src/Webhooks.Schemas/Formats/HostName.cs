using System.Globalization;
using System.Text;

namespace Webhooks.Schemas.Formats;

/// <summary>Host names as <c>strfmt.IsHostname</c> has them: letters and symbols of any script; a single label takes one dash, behind its first character.</summary>
internal static class HostName
{
    private const int MostBytes = 255;
    private const int MostLabelBytes = 63;

    public static bool IsWellFormed(string text)
    {
        string[] labels = text.Split('.');
        return Encoding.UTF8.GetByteCount(text) <= MostBytes
            && labels.All(label => Encoding.UTF8.GetByteCount(label) <= MostLabelBytes)
            && (labels is [var only] ? IsSingle([.. only.EnumerateRunes()]) : IsQualified(labels));
    }

    private static bool IsSingle(Rune[] label) =>
        label.Length > 0 && IsCharacter(label[0]) && label.Skip(label.Length > 1 && label[1].Value == '-' ? 2 : 1).All(IsCharacter);

    private static bool IsQualified(string[] labels)
    {
        Rune[] top = [.. labels[^1].EnumerateRunes()];
        return top.Length >= 2 && top.All(Rune.IsLetter) && labels.SkipLast(1).All(IsLabel);
    }

    private static bool IsLabel(string label)
    {
        Rune[] runes = [.. label.EnumerateRunes()];
        return runes.Length > 0 && IsCharacter(runes[0]) && IsCharacter(runes[^1]) && runes.All(rune => rune.Value == '-' || IsCharacter(rune));
    }

    private static bool IsCharacter(Rune rune) =>
        (rune.IsAscii && char.IsAsciiDigit((char)rune.Value))
        || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
            or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol;
}
