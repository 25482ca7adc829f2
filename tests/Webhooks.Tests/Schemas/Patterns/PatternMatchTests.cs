using Webhooks.Schemas.Patterns;
using Xunit;

namespace Webhooks.Tests.Schemas.Patterns;

public sealed class PatternMatchTests
{
    [Theory]
    [InlineData("", "abc", true)]
    [InlineData("abc", "xabcx", true)]
    [InlineData("abc", "xabx", false)]
    [InlineData("^abc", "xabc", false)]
    [InlineData("^(a|)$", "", true)]
    [InlineData("^(a|)$", "b", false)]
    [InlineData("a^", "a", false)]
    [InlineData("(|a)*b", "aab", true)]
    [InlineData("^(a*)*$", "aab", false)]
    [InlineData("foo|bar|baz", "a bar", true)]
    [InlineData("foot|fool|food", "foo", false)]
    [InlineData("^[ab]x|[ab]y$", "cby", true)]
    public void Concatenation_and_choice(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    [Theory]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("^a{2,3}$", "aaa", true)]
    [InlineData("^a{2,}$", "aaaa", true)]
    [InlineData("^a{0}b$", "ab", false)]
    [InlineData("^a{0,1}b$", "ab", true)]
    [InlineData("^a{,3}$", "a{,3}", true)]
    [InlineData("^a{01}$", "a{01}", true)]
    [InlineData("^a{$", "a{", true)]
    [InlineData("^x{2}{$", "xx{", true)]
    [InlineData("^a+?b*?$", "aabb", true)]
    [InlineData("^(?U)a+b??$", "aab", true)]
    [InlineData("^(ab){2}$", "abab", true)]
    [InlineData("^ab*$", "abab", false)]
    [InlineData("^(?:(?i)a)*$", "aA", true)]
    [InlineData("^^*a$$*", "a", true)]
    public void Repeats(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    [Theory]
    [InlineData("^[a-z]+$", "abc\n", false)]
    [InlineData(@"^[a-z]+\z", "abc\n", false)]
    [InlineData("(?m)^[a-z]+$", "abc\n", true)]
    [InlineData("(?m)^b$", "a\nb\nc", true)]
    [InlineData(@"(?m)\Ab$", "a\nb", false)]
    [InlineData(@"(?m)b\z", "b\n", false)]
    [InlineData("(?m)$^", "a\n", true)]
    [InlineData("(?m)^$", "a", false)]
    [InlineData(@"\bé", "é", false)]
    [InlineData(@"\bé", "aé", true)]
    [InlineData(@"\Bé", "é", true)]
    [InlineData(@"\bab\b", "x ab.", true)]
    [InlineData(@"\bab\b", "x_ab", false)]
    [InlineData(@"a\Bb", "ab", true)]
    [InlineData(@"a\b\Bb", "ab", false)]
    [InlineData(@"\b", "", false)]
    [InlineData(@"\B", "", true)]
    [InlineData(@"(\b|a)+$", "a ", false)]
    public void Boundaries(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    [Theory]
    [InlineData("^.$", "😀", true)]
    [InlineData("^.$", "\n", false)]
    [InlineData("(?s)^.$", "\n", true)]
    [InlineData("^.{3}$", "a😀é", true)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^[😀]$", "😀", true)]
    [InlineData("^[😀]$", "😁", false)]
    [InlineData("^😀+$", "😀😀", true)]
    [InlineData(@"^\x{1F600}\x41$", "😀A", true)]
    public void Characters_are_code_points(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    /// <summary>As a server reads them once it has decoded JSON. Attributes can't hold such texts.</summary>
    [Fact]
    public void Half_a_character_is_a_replacement_character()
    {
        AssertMatch("^.$", "\ud83d", true);
        AssertMatch("^\ufffd$", "\ud83d", true);
        AssertMatch(@"^\x{FFFD}{2}$", "\ude00\ud83d", true);
        AssertMatch("a\ufffd", "xa\ude00", true);
        AssertMatch("^\ud83d$", "\ufffd", true);
        AssertMatch(@"\x{D83D}", "\ud83d", false);
        AssertMatch("\ud83dx", "\ud83d\ude00x", false);
    }

    [Theory]
    [InlineData(@"^\d+$", "123", true)]
    [InlineData(@"^\d+$", "٣٤", false)]
    [InlineData(@"^\w+$", "aZ_9", true)]
    [InlineData(@"^\w+$", "é", false)]
    [InlineData(@"^\s$", "\f", true)]
    [InlineData(@"^\s$", "\u000b", false)]
    [InlineData(@"^\s$", "\u00a0", false)]
    [InlineData(@"^\S\D\W$", "é-é", true)]
    [InlineData(@"^[^\s\d]+$", "a1", false)]
    [InlineData("^[]a-c\\-^]+$", "]b-^", true)]
    [InlineData("^[^]]$", "]", false)]
    [InlineData("^[a-]$", "-", true)]
    [InlineData("^[-a]$", "-", true)]
    [InlineData("^[a-c-e]+$", "-", true)]
    [InlineData(@"^[\d-z]+$", "1-z", true)]
    [InlineData(@"^[\d-z]+$", "y", false)]
    [InlineData("^[a&&b]$", "&", true)]
    [InlineData("^[[a]$", "[", true)]
    [InlineData("^[[:a]$", ":", true)]
    [InlineData("^[[:alpha:]]+$", "aZ", true)]
    [InlineData("^[[:alpha:]]+$", "é", false)]
    [InlineData("^[[:^digit:]]+$", "aé", true)]
    [InlineData("^[[:space:]]$", "\u000b", true)]
    [InlineData("^[[:word:][:punct:]]+$", "a_1!~", true)]
    [InlineData("^[[:^word:]]+$", "a", false)]
    [InlineData(@"^[^\x00-\x{10FFFF}]$", "a", false)]
    [InlineData(@"[^\x00-\x{10FFFF}]|b", "ab", true)]
    public void Classes(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    [Theory]
    [InlineData(@"^\pL+$", "aé中", true)]
    [InlineData(@"^\pL$", "1", false)]
    [InlineData(@"^\pl$", "a", true)]
    [InlineData(@"^\PL+$", "1-", true)]
    [InlineData(@"^\p{^L}$", "a", false)]
    [InlineData(@"^\P{^L}$", "a", true)]
    [InlineData(@"^\p{Letter}+$", "aé", true)]
    [InlineData(@"^\p{lowercase letter}$", "é", true)]
    [InlineData(@"^\p{UPPERCASE-LETTER}$", "É", true)]
    [InlineData(@"^\p{LC}+$", "aAǅ", true)]
    [InlineData(@"^\p{greek}$", "α", true)]
    [InlineData(@"^\p{Greek}$", "a", false)]
    [InlineData(@"^[\p{Han}\p{Hiragana}]+$", "日本の", true)]
    [InlineData(@"^\p{digit}\p{punct}\p{cntrl}$", "٣!\n", true)]
    [InlineData(@"^\p{Any}$", "😀", true)]
    [InlineData(@"^\p{ASCII}$", "é", false)]
    [InlineData(@"^\p{Assigned}$", "\u0378", false)]
    [InlineData(@"^\p{Cn}$", "\u0378", true)]
    [InlineData(@"^\pC$", "\u0378", true)]
    [InlineData(@"^\p{Cn}$", "\U00031350", false)] // assigned by Unicode 15.0
    [InlineData(@"^\p{Cn}$", "\U0002EBF0", true)] // assigned by 15.1
    [InlineData(@"^\p{Lu}$", "\u1C89", false)] // assigned by 16.0
    [InlineData(@"^\p{Sc}\p{Nl}\p{Pd}\p{Zs}\p{Cf}$", "€Ⅷ-\u3000\u200b", true)]
    public void Unicode_classes(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    [Theory]
    [InlineData("(?i)^k$", "\u212A", true)]
    [InlineData("(?i)^\u212A$", "K", true)]
    [InlineData("(?i)^[s]$", "ſ", true)]
    [InlineData("(?i)^[^k]$", "\u212A", false)]
    [InlineData("(?i)^привет$", "ПРИВЕТ", true)]
    [InlineData("(?i)^[α-ω]+$", "ΑΣς", true)]
    [InlineData("(?i)^ß$", "ẞ", true)]
    [InlineData("(?i)^ss$", "ß", false)]
    [InlineData("(?i)^i$", "İ", false)]
    [InlineData("(?i)^İ$", "i", false)]
    [InlineData("(?i)^ı$", "I", false)]
    [InlineData("(?i)^ǅ$", "ǆ", true)]
    [InlineData("(?i)^\u0345$", "ι", true)]
    [InlineData(@"(?i)^\w$", "\u212A", true)]
    [InlineData(@"(?i)^\W$", "ſ", false)]
    [InlineData(@"(?i)^\p{Lu}$", "a", true)]
    [InlineData(@"(?i)^\P{Lu}$", "a", false)]
    [InlineData(@"(?i)^[[:upper:]]$", "a", true)]
    [InlineData(@"(?i)\Qk.\E", "K.", true)]
    [InlineData("(?i)^a(?-i)b$", "AB", false)]
    [InlineData("(?i)^a(?-i)b$", "Ab", true)]
    [InlineData("^a(?i:b)c$", "aBc", true)]
    [InlineData("^a(?i:b)c$", "aBC", false)]
    [InlineData("^((?i)a)b$", "AB", false)]
    [InlineData("^(?i:k|K)$", "k", true)]
    public void Case(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    [Theory]
    [InlineData(@"^\0\07\101\x7a\123$", "\0\aAzS", true)]
    [InlineData(@"^\a\f\n\r\t\v$", "\a\f\n\r\t\v", true)]
    [InlineData(@"^\.\/\-\_\@\~$", "./-_@~", true)]
    [InlineData(@"^\Qa.b\E+$", "a.bb", true)]
    [InlineData(@"^\Qa.b", "a.b", true)]
    [InlineData(@"^\Qa\\E$", @"a\", true)]
    [InlineData(@"^a\Q\E*$", "aa", true)]
    [InlineData("^]}#$", "]}#", true)]
    [InlineData("^(?P<y>a)(?<y>b)$", "ab", true)] // a name may be repeated
    [InlineData("^(?)a()$", "a", true)]
    [InlineData("^(?s-m:.)$", "\n", true)]
    public void Escapes_and_groups(string pattern, string text, bool isMatch) => AssertMatch(pattern, text, isMatch);

    private static void AssertMatch(string text, string searched, bool isMatch)
    {
        Assert.True(Pattern.TryParse(text, out Pattern? pattern, out PatternError? error), error?.Message);
        Assert.Equal(isMatch, pattern.IsMatch(searched));
    }
}
