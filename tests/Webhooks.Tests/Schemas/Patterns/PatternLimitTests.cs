using Webhooks.Schemas.Patterns;
using Xunit;

namespace Webhooks.Tests.Schemas.Patterns;

/// <summary>The limits of Go's parser: 1000 levels, 1000 repeats, 3,355,443 instructions.</summary>
public sealed class PatternLimitTests
{
    [Theory]
    [InlineData("(", ")", 998, true)]
    [InlineData("(", ")", 1000, false)]
    [InlineData("(?:", ")*", 998, true)]
    [InlineData("(?:", ")*", 1000, false)]
    [InlineData("(?:", ")", 20_000, true)] // such a group is no level
    [InlineData("(?:b|c", ")", 300, true)]
    [InlineData("(?:b|c", ")", 600, false)]
    public void Levels(string open, string close, int count, bool isTaken)
    {
        string pattern = $"{Repeated(open, count)}a{Repeated(close, count)}";
        Assert.Equal(isTaken, Pattern.TryParse(pattern, out _, out PatternError? error));
        Assert.Equal(isTaken ? null : PatternErrorKind.TooDeep, error?.Kind);
    }

    [Theory]
    [InlineData("a{1000}", true)]
    [InlineData("(a{10}){100}", true)]
    [InlineData("(a{10}|b{100}){10}", true)]
    [InlineData("((a{0,2}){500}b){1}", true)]
    [InlineData("(a{1000}){0}", true)]
    [InlineData("(a{0}){1000}", true)]
    [InlineData("(a{0,2}){501}", false)]
    [InlineData("(a{2,}){501}", false)]
    public void Repeats(string pattern, bool isTaken) => Assert.Equal(isTaken, Pattern.TryParse(pattern, out _, out _));

    [Fact]
    public void Instructions()
    {
        string large = Repeated("[ab]{1000}c?", 3400);
        PatternErrorTests.AssertRefused(large, $"expression too large: `{large}`");
        Assert.True(Pattern.TryParse(Repeated("[ab]{1000}c?", 3300), out _, out _));
    }

    /// <summary>Alternatives of a common beginning are levels inside one another, found while they are put together.</summary>
    [Fact]
    public void Levels_of_common_beginnings()
    {
        string choice = Repeated("[ab]c", 700);
        PatternErrorTests.AssertRefused($"{choice}d|{choice}ef*", $"expression nests too deeply: `{choice}d|{choice}ef*`");
        choice = Repeated("[ab]c", 400);
        Assert.True(Pattern.TryParse($"{choice}d|{choice}ef*", out Pattern? pattern, out _));
        Assert.True(pattern.IsMatch(Repeated("bc", 400) + "e"));
        Assert.False(pattern.IsMatch(Repeated("bc", 400) + "c"));
    }

    [Fact]
    public void The_deepest_expression_needs_little_stack() => OnLittleStack(() =>
    {
        Assert.True(Pattern.TryParse($"{Repeated("(b|", 330)}a{Repeated(")+", 330)}", out Pattern? pattern, out _));
        Assert.True(pattern.IsMatch("xa"));
        Assert.True(Pattern.TryParse($"{Repeated("(", 998)}a{Repeated(")", 998)}", out pattern, out _));
        Assert.True(pattern.IsMatch("xa"));
    });

    [Fact]
    public void Nor_do_common_beginnings_exhaust_it() => OnLittleStack(() =>
    {
        string choice = Repeated("[ab]c", 700);
        PatternErrorTests.AssertRefused($"{choice}d|{choice}ef*", $"expression nests too deeply: `{choice}d|{choice}ef*`");
    });

    private static void OnLittleStack(Action act)
    {
        Exception? problem = null;
        Thread thread = new(() => problem = Record.Exception(act), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(problem);
    }

    private static string Repeated(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
