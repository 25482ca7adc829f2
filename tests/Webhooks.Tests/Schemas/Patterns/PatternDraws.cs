namespace Webhooks.Tests.Schemas.Patterns;

/// <summary>Draws expressions and texts by a seed: the same seed gives the same.</summary>
/// <remarks>What is common has no empty choice: <c>(?:a+|){2}</c> does not match nothing as <see cref="System.Text.RegularExpressions.Regex"/> of .NET 10 has it, which is wrong.</remarks>
/// <param name="seed">The seed.</param>
/// <param name="isCommon">Only what <see cref="System.Text.RegularExpressions.Regex"/> means alike in ASCII texts.</param>
internal sealed class PatternDraws(int seed, bool isCommon)
{
    private const string AsciiTexts = "aAbcC1_- .\n\t";

    private static readonly int[] AllTexts = [.. AsciiTexts, 'k', 'K', 0x212A, 'é', 'É', 'ß', 'Ω', 'ω', 0x2126, '中', 0x1F600, 0xFFFD, 0x345];

    private static readonly DrawnPattern[] Common =
    [
        Character("a"), Character("b"), Character("A"), Character("1"), new DrawnCharacter("-", one => one == '-'), new DrawnCharacter(@"\.", one => one == '.'),
        new DrawnCharacter(".", one => one != '\n'), new DrawnCharacter("(?s:.)", _ => true), new DrawnCharacter("[ab]", one => one is 'a' or 'b'),
        new DrawnCharacter("[^a]", one => one != 'a'), new DrawnCharacter("[a-c1]", one => one is (>= 'a' and <= 'c') or '1'),
        new DrawnCharacter("[^-b.]", one => one is not ('-' or 'b' or '.')), new DrawnCharacter("(?i:a)", one => one is 'a' or 'A'),
        new DrawnCharacter("(?i:[b-c])", one => one is 'b' or 'c' or 'B' or 'C'), new DrawnCharacter(@"\d", one => one == '1'),
        new DrawnCharacter(@"\w", IsWord), new DrawnCharacter(@"\W", one => !IsWord(one)), new DrawnCharacter(@"[\d_]", one => one is '1' or '_'),
        new DrawnCharacter(@"\n", one => one == '\n'), new DrawnCharacter(@"\x61", one => one == 'a'), new DrawnCharacter(@"[^\w]", one => !IsWord(one)),
        new DrawnPlace("^", (_, at) => at == 0), new DrawnPlace(@"\A", (_, at) => at == 0), new DrawnPlace(@"\z", (text, at) => at == text.Length),
        new DrawnPlace("(?m:^)", (text, at) => at == 0 || text[at - 1] == '\n'), new DrawnPlace("(?m:$)", (text, at) => at == text.Length || text[at] == '\n'),
        new DrawnPlace(@"\b", IsEdge), new DrawnPlace(@"\B", (text, at) => !IsEdge(text, at)),
    ];

    private static readonly DrawnPattern[] Own =
    [
        new DrawnPlace("$", (text, at) => at == text.Length), new DrawnCharacter("(?i:k)", one => one is 'k' or 'K' or 0x212A),
        new DrawnCharacter("(?i:é)", one => one is 'é' or 'É'), new DrawnCharacter("(?i:[ω-ω])", one => one is 'ω' or 'Ω' or 0x2126),
        new DrawnCharacter("(?i:[^k])", one => one is not ('k' or 'K' or 0x212A)), new DrawnCharacter("ß", one => one == 'ß'),
        new DrawnCharacter(@"\pL", IsLetter), new DrawnCharacter(@"\PL", one => !IsLetter(one)), new DrawnCharacter(@"\p{^Letter}", one => !IsLetter(one)),
        new DrawnCharacter(@"\p{Greek}", one => one is 'ω' or 'Ω' or 0x2126), new DrawnCharacter(@"[\p{Han}b]", one => one is '中' or 'b'),
        new DrawnCharacter("😀", one => one == 0x1F600), new DrawnCharacter(@"\x{1F600}", one => one == 0x1F600), new DrawnCharacter("[^😀]", one => one != 0x1F600),
        new DrawnCharacter(@"\x{FFFD}", one => one == 0xFFFD), new DrawnCharacter("[[:alpha:]]", one => one < 128 && char.IsAsciiLetter((char)one)),
        new DrawnCharacter("[[:^space:]]", one => one is not (' ' or '\n' or '\t')), new DrawnCharacter(@"(?:\Qa\E)", one => one == 'a'),
        new DrawnCharacter(@"\101", one => one == 'A'), new DrawnCharacter("[]a]", one => one == 'a'), new DrawnCharacter(@"(?i:\p{Lu})", one => (IsLetter(one) && one != '中') || one == 0x345),
    ];

    private readonly Random _random = new(seed);

    public DrawnPattern Pattern() => Choice(3, isGroup: false);

    public int[] Text() => [.. Enumerable.Range(0, _random.Next(1 << _random.Next(5))).Select(_ => isCommon ? Pick(AsciiTexts) : Pick(AllTexts))];

    private DrawnPattern Choice(int depth, bool isGroup)
    {
        DrawnPattern[] choices = [.. Enumerable.Range(0, _random.Next(4) == 0 ? 2 + _random.Next(2) : 1).Select(_ => Sequence(depth))];
        return isGroup || choices.Length > 1 ? new DrawnChoice(Pick(["(", "(?:"]), choices) : choices[0];
    }

    private DrawnSequence Sequence(int depth) => new([.. Enumerable.Range(0, _random.Next(isCommon ? 1 : 0, 5)).Select(_ => Repeat(depth))]);

    private DrawnPattern Repeat(int depth)
    {
        DrawnPattern inside = depth > 0 && _random.Next(4) == 0 ? Choice(depth - 1, isGroup: true) : Pick(isCommon || _random.Next(2) == 0 ? Common : Own);
        (int least, int most, string sign) = Pick([(0, -1, "*"), (1, -1, "+"), (0, 1, "?"), (2, 2, "{2}"), (0, 2, "{0,2}"), (1, 3, "{1,3}"), (2, -1, "{2,}"), (0, 0, "{0}")]);
        return _random.Next(2) == 0 || (isCommon && most == 0) ? inside : new DrawnRepeat(inside, least, most, sign + (_random.Next(4) == 0 ? "?" : ""));
    }

    private static DrawnCharacter Character(string text) => new(text, one => one == text[0]);

    private static bool IsEdge(int[] text, int at) => (at > 0 && IsWord(text[at - 1])) != (at < text.Length && IsWord(text[at]));

    private static bool IsWord(int one) => one < 128 && (char.IsAsciiLetterOrDigit((char)one) || one == '_');

    private static bool IsLetter(int one) => one is 'é' or 'É' or 'ß' or 'ω' or 'Ω' or '中' or 0x212A or 0x2126 || (one < 128 && char.IsAsciiLetter((char)one));

    private int Pick(string choices) => choices[_random.Next(choices.Length)];

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
