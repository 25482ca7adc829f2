using Webhooks.Resources.Literals;
using Xunit;

namespace Webhooks.Tests.Literals;

public class GoLiteralsTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("t", true)]
    [InlineData("T", true)]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("True", true)]
    [InlineData("0", false)]
    [InlineData("f", false)]
    [InlineData("F", false)]
    [InlineData("false", false)]
    [InlineData("FALSE", false)]
    [InlineData("False", false)]
    public void What_Go_takes_for_a_truth_value_is_one(string text, bool expected)
    {
        Assert.True(GoBool.TryParse(text, out bool value));
        Assert.Equal(expected, value);
        Assert.True(GoBool.TryParseAnyCase(text, out value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("tRUE", true)]
    [InlineData("trUe", true)]
    [InlineData("fAlse", false)]
    public void Any_letter_case_is_taken_where_asked_for(string text, bool expected)
    {
        Assert.False(GoBool.TryParse(text, out _));
        Assert.True(GoBool.TryParseAnyCase(text, out bool value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData(" true")]
    [InlineData("true\n")]
    [InlineData("01")]
    [InlineData("fal\u017fe")]
    public void Nothing_else_is(string text)
    {
        Assert.False(GoBool.TryParse(text, out _));
        Assert.False(GoBool.TryParseAnyCase(text, out _));
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a 'b' <c>", "\"a 'b' <c>\"")]
    [InlineData("\"\\", "\"\\\"\\\\\"")]
    [InlineData("\a\b\t\n\v\f\r", "\"\\a\\b\\t\\n\\v\\f\\r\"")]
    [InlineData("\0\u001b\u007f", "\"\\x00\\x1b\\x7f\"")]
    [InlineData("äöü字😀", "\"äöü字😀\"")]
    [InlineData("\u0080\u00a0\u200b\u2028\ue000", "\"\\u0080\\u00a0\\u200b\\u2028\\ue000\"")]
    [InlineData("\U000e0001", "\"\\U000e0001\"")]
    [InlineData("\ufffd", "\"\ufffd\"")]
    public void Strings_are_quoted_as_Go_quotes_them(string text, string quoted) =>
        Assert.Equal(quoted, GoString.Quote(text));

    [Fact]
    public void A_lone_surrogate_is_quoted_as_a_replacement_character() =>
        Assert.Equal("\"a\ufffdb\"", GoString.Quote("a\ud800b"));
}
