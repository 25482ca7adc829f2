using Webhooks.Schemas.Patterns;
using Xunit;

namespace Webhooks.Tests.Schemas.Patterns;

/// <summary>What Go 1.26 refuses, in its words, which stand after <c>error parsing regexp: </c>.</summary>
public sealed class PatternErrorTests
{
    [Theory]
    [InlineData("(", "missing closing ): `(`")]
    [InlineData("(a", "missing closing ): `(a`")]
    [InlineData("(?:a", "missing closing ): `(?:a`")]
    [InlineData("(a|b", "missing closing ): `(a|b`")]
    [InlineData(")", "unexpected ): `)`")]
    [InlineData("a)", "unexpected ): `a)`")]
    [InlineData("a|b)c", "unexpected ): `a|b)c`")]
    [InlineData("(?i))", "unexpected ): `(?i))`")]
    public void Parentheses(string pattern, string error) => AssertRefused(pattern, error);

    [Theory]
    [InlineData("[a", "missing closing ]: `[a`")]
    [InlineData("x[", "missing closing ]: `[`")]
    [InlineData("[]", "missing closing ]: `[]`")]
    [InlineData("[^]", "missing closing ]: `[^]`")]
    [InlineData("[a-", "missing closing ]: `[a-`")]
    [InlineData("[[:alpha:]", "missing closing ]: `[[:alpha:]`")]
    [InlineData("[z-a]", "invalid character class range: `z-a`")]
    [InlineData(@"[+--\x10-\x01]", @"invalid character class range: `\x10-\x01`")]
    [InlineData("[é-a]b", "invalid character class range: `é-a`")]
    [InlineData("[[:foo:]]", "invalid character class range: `[:foo:]`")]
    [InlineData("[[:^foo:]]", "invalid character class range: `[:^foo:]`")]
    [InlineData("[[::]]", "invalid character class range: `[::]`")]
    [InlineData(@"[a-\d]", @"invalid escape sequence: `\d`")]
    [InlineData(@"[\b]", @"invalid escape sequence: `\b`")]
    public void Classes(string pattern, string error) => AssertRefused(pattern, error);

    [Theory]
    [InlineData(@"\p{Foo}", @"invalid character class range: `\p{Foo}`")]
    [InlineData(@"\P{IsGreek}", @"invalid character class range: `\P{IsGreek}`")]
    [InlineData(@"\p{Old_Italic}", @"invalid character class range: `\p{Old_Italic}`")] // Go 1.26 finds no script of two words
    [InlineData(@"\p{SignWriting}", @"invalid character class range: `\p{SignWriting}`")]
    [InlineData(@"\p{Script=Greek}", @"invalid character class range: `\p{Script=Greek}`")]
    [InlineData(@"\p{Greek", @"invalid character class range: `\p{Greek`")]
    [InlineData(@"\p{}", @"invalid character class range: `\p{}`")]
    [InlineData(@"\p{^}", @"invalid character class range: `\p{^}`")]
    [InlineData(@"\pX", @"invalid character class range: `\pX`")]
    [InlineData(@"\p😀a", @"invalid character class range: `\p😀`")]
    [InlineData(@"\p", @"invalid character class range: `\p`")]
    [InlineData(@"[\pX]", @"invalid character class range: `\pX`")]
    public void Unicode_classes(string pattern, string error) => AssertRefused(pattern, error);

    [Theory]
    [InlineData(@"a\", "trailing backslash at end of expression: ``")]
    [InlineData(@"[a\", "trailing backslash at end of expression: ``")]
    [InlineData(@"\1", @"invalid escape sequence: `\1`")]
    [InlineData(@"(a)\1", @"invalid escape sequence: `\1`")]
    [InlineData(@"\8", @"invalid escape sequence: `\8`")]
    [InlineData(@"\cA", @"invalid escape sequence: `\c`")]
    [InlineData(@"\C", @"invalid escape sequence: `\C`")]
    [InlineData(@"\Z", @"invalid escape sequence: `\Z`")]
    [InlineData(@"\G", @"invalid escape sequence: `\G`")]
    [InlineData(@"\u0041", @"invalid escape sequence: `\u`")]
    [InlineData(@"\E", @"invalid escape sequence: `\E`")]
    [InlineData(@"\é", @"invalid escape sequence: `\é`")]
    [InlineData(@"\😀", @"invalid escape sequence: `\😀`")]
    [InlineData(@"\x", @"invalid escape sequence: `\x`")]
    [InlineData(@"\x1", @"invalid escape sequence: `\x1`")]
    [InlineData(@"\xgh", @"invalid escape sequence: `\xgh`")]
    [InlineData(@"\x{", @"invalid escape sequence: `\x{`")]
    [InlineData(@"\x{}", @"invalid escape sequence: `\x{}`")]
    [InlineData(@"\x{4g}", @"invalid escape sequence: `\x{4g`")]
    [InlineData(@"\x{110000}", @"invalid escape sequence: `\x{110000`")]
    public void Escapes(string pattern, string error) => AssertRefused(pattern, error);

    [Theory]
    [InlineData("*", "missing argument to repetition operator: `*`")]
    [InlineData("a|*?", "missing argument to repetition operator: `*?`")]
    [InlineData("(+", "missing argument to repetition operator: `+`")]
    [InlineData("{2}", "missing argument to repetition operator: `{2}`")]
    [InlineData("(?i)?", "missing argument to repetition operator: `?`")]
    [InlineData("a**", "invalid nested repetition operator: `**`")]
    [InlineData("a*?+?", "invalid nested repetition operator: `*?+?`")]
    [InlineData("a{2}{3}", "invalid nested repetition operator: `{2}{3}`")]
    [InlineData("a{1001}", "invalid repeat count: `{1001}`")]
    [InlineData("a{1,1001}", "invalid repeat count: `{1,1001}`")]
    [InlineData("a{2,1}", "invalid repeat count: `{2,1}`")]
    [InlineData("a{99999999999999999999,}", "invalid repeat count: `{99999999999999999999,}`")]
    [InlineData("(a{100}){11}", "invalid repeat count: `{11}`")]
    [InlineData("((a{10}){10}b){2,11}?", "invalid repeat count: `{2,11}?`")]
    [InlineData("((a{500}){3,})b", "invalid repeat count: `{3,}`")]
    public void Repeats(string pattern, string error) => AssertRefused(pattern, error);

    [Theory]
    [InlineData("(?=a)", "invalid or unsupported Perl syntax: `(?=`")]
    [InlineData("(?!a)", "invalid or unsupported Perl syntax: `(?!`")]
    [InlineData("(?>a)", "invalid or unsupported Perl syntax: `(?>`")]
    [InlineData("(?#a)", "invalid or unsupported Perl syntax: `(?#`")]
    [InlineData("(?x)a", "invalid or unsupported Perl syntax: `(?x`")]
    [InlineData("(?R)", "invalid or unsupported Perl syntax: `(?R`")]
    [InlineData("(a)?(?(1)b|c)", "invalid or unsupported Perl syntax: `(?(`")]
    [InlineData("(?i", "invalid or unsupported Perl syntax: `(?i`")]
    [InlineData("(?", "invalid or unsupported Perl syntax: `(?`")]
    [InlineData("(?<", "invalid or unsupported Perl syntax: `(?<`")]
    [InlineData("(?P<", "invalid or unsupported Perl syntax: `(?P`")]
    [InlineData("(?P=n)", "invalid or unsupported Perl syntax: `(?P`")]
    [InlineData("(?-)a", "invalid or unsupported Perl syntax: `(?-)`")]
    [InlineData("(?i-)a", "invalid or unsupported Perl syntax: `(?i-)`")]
    [InlineData("(?i--s)a", "invalid or unsupported Perl syntax: `(?i--`")]
    [InlineData("(?😀)", "invalid or unsupported Perl syntax: `(?😀`")]
    [InlineData("(?<=a)b", "invalid named capture: `(?<=a)b`")]
    [InlineData("(?<a-b>c)", "invalid named capture: `(?<a-b>`")]
    [InlineData("(?P<>c)", "invalid named capture: `(?P<>`")]
    [InlineData("(?P<é>c)", "invalid named capture: `(?P<é>`")]
    [InlineData("(?P<n", "invalid named capture: `(?P<n`")]
    public void Groups(string pattern, string error) => AssertRefused(pattern, error);

    [Fact]
    public void Half_a_character_is_read_as_a_server_has_decoded_it() => AssertRefused("(?\ud83d)", "invalid or unsupported Perl syntax: `(?\ufffd`");

    internal static void AssertRefused(string pattern, string error)
    {
        Assert.False(Pattern.TryParse(pattern, out Pattern? parsed, out PatternError? refusal));
        Assert.Null(parsed);
        Assert.Equal($"error parsing regexp: {error}", refusal.Message);
    }
}
