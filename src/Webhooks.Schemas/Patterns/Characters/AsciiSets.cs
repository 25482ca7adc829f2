using System.Collections.Frozen;

namespace Webhooks.Schemas.Patterns.Characters;

/// <summary>The sets of <c>\d \s \w</c> and of <c>[:alpha:]</c> and its like: all of them of ASCII alone.</summary>
internal static class AsciiSets
{
    private static readonly CodePointSet Digits = new('0', '9');
    private static readonly CodePointSet Words = new('0', '9', 'A', 'Z', '_', '_', 'a', 'z');

    /// <summary>By letter; the set of a capital is that of the small letter, negated.</summary>
    public static FrozenDictionary<char, CodePointSet> Perl { get; } = new Dictionary<char, CodePointSet>
    {
        ['d'] = Digits,
        ['s'] = new('\t', '\n', '\f', '\r', ' ', ' '),
        ['w'] = Words,
    }.ToFrozenDictionary();

    /// <summary>By the name between <c>[:</c> and <c>:]</c>.</summary>
    public static FrozenDictionary<string, CodePointSet> Posix { get; } = new Dictionary<string, CodePointSet>
    {
        ["alnum"] = new('0', '9', 'A', 'Z', 'a', 'z'),
        ["alpha"] = new('A', 'Z', 'a', 'z'),
        ["ascii"] = new(0, 0x7F),
        ["blank"] = new('\t', '\t', ' ', ' '),
        ["cntrl"] = new(0, 0x1F, 0x7F, 0x7F),
        ["digit"] = Digits,
        ["graph"] = new('!', '~'),
        ["lower"] = new('a', 'z'),
        ["print"] = new(' ', '~'),
        ["punct"] = new('!', '/', ':', '@', '[', '`', '{', '~'),
        ["space"] = new('\t', '\r', ' ', ' '),
        ["upper"] = new('A', 'Z'),
        ["word"] = Words,
        ["xdigit"] = new('0', '9', 'A', 'F', 'a', 'f'),
    }.ToFrozenDictionary();

    public static CodePointSet Word => Words;
}
