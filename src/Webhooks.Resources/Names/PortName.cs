using System.Buffers;

namespace Webhooks.Resources.Names;

/// <summary>Names of ports: IANA service names of RFC 6335, in lower case.</summary>
public static class PortName
{
    /// <summary>How many bytes a name may have: 15.</summary>
    public const int MaxLength = 15;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("-abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private static readonly string TooLong = Wording.TooLong(MaxLength, "characters");

    /// <summary>What is wrong with <paramref name="value"/> as a port's name, worded as <c>validation.IsValidPortName</c>; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a good one.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        ReadOnlySpan<char> name = value.AsSpan();
        bool tooLong = Wording.IsLongerThan(name, MaxLength);
        bool strange = name.IsEmpty || name.ContainsAnyExcept(Allowed);
        bool noLetter = !name.ContainsAny(Letters);
        bool doubled = name.Contains("--", StringComparison.Ordinal);
        bool atTheEnds = name is ['-', ..] or [.., '-'];
        if (!(tooLong || strange || noLetter || doubled || atTheEnds))
        {
            return [];
        }

        return
        [
            .. Sentence(tooLong, TooLong),
            .. Sentence(strange, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"),
            .. Sentence(noLetter, "must contain at least one letter (a-z)"),
            .. Sentence(doubled, "must not contain consecutive hyphens"),
            .. Sentence(atTheEnds, "must not begin or end with a hyphen"),
        ];
    }

    private static string[] Sentence(bool holds, string sentence) => holds ? [sentence] : [];
}
