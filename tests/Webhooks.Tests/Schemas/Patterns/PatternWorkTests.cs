using Webhooks.Schemas.Patterns;
using Webhooks.Schemas.Patterns.Matching;
using Webhooks.Schemas.Patterns.Syntax;
using Xunit;

namespace Webhooks.Tests.Schemas.Patterns;

/// <summary>That no expression takes more than its length times that of the text, which drives other engines into exponential time.</summary>
public sealed class PatternWorkTests
{
    public static TheoryData<string, string> Hostile => new()
    {
        { "(a*)*b", Repeated("a", 10_000) },
        { "(a|aa)+$", Repeated("a", 10_000) + "b" },
        { "^(([a-z])+.)+[A-Z]([a-z])+$", Repeated("a", 10_000) },
        { "(x{1,30}){1,30}y", Repeated("x", 2_000) },
        { "(a?){30}a{30}$", Repeated("a", 2_000) + "b" },
        { "(a|b)*a(a|b){14}c", Repeated("abbaabab", 1_000) },
        { "(.*)(.*)(.*)(.*)(.*)[0-9]$", Repeated("x", 10_000) },
        { "(^|a|$)*b", Repeated("a", 10_000) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Steps_grow_with_the_text(string pattern, string text)
    {
        PatternProgram program = ProgramCompiler.Compile(PatternReader.Read(pattern));
        NfaSearch search = new(program);
        Assert.False(search.IsMatch(text));
        Assert.InRange(search.Work, 1, (text.Length + 1L) * program.Length);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void States_stay_within_their_budget(string pattern, string text)
    {
        const long Budget = 20_000;
        DfaBuilder states = new(ProgramCompiler.Compile(PatternReader.Read(pattern)), Budget);
        int at = 0;
        Assert.NotEqual(true, new DfaSearch(states).IsMatch(text, ref at, out _));
        Assert.InRange(states.Count, 1, (int)(Budget / 200));
        Assert.False(new PatternSearch(ProgramCompiler.Compile(PatternReader.Read(pattern)), Budget).IsMatch(text));
    }

    [Theory]
    [InlineData("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "a-name-of-some-length", DfaBuilder.DefaultBudget)]
    [InlineData("(?i)bar|foo.", "nothing like it ЖЖЖ 😀", DfaBuilder.DefaultBudget)]
    [InlineData("foo[0-9]+", "a foo, and foo1", DfaBuilder.DefaultBudget)]
    [InlineData("(a|b)*a(a|b){4}c", "abbababbbaabaabababbabababab", 1_000L)]
    public void Searches_take_nothing_from_the_heap(string pattern, string text, long budget)
    {
        PatternSearch search = new(ProgramCompiler.Compile(PatternReader.Read(pattern)), budget);
        Allocations.AssertNone(() => search.IsMatch(text));
    }

    [Theory]
    [InlineData("", @"[\pL0]", "|", "")]
    [InlineData("(?i)", @"[\pL0]", "|", "")]
    [InlineData("[", @"\pL", "", "]")]
    [InlineData("(?i)[", @"\pL", "", "]")]
    public void A_large_set_that_is_said_often_is_gathered_once(string start, string set, string between, string end)
    {
        const int Times = 8_000;
        const long BytesOfSet = 5_600;
        string pattern = start + string.Join(between, Enumerable.Repeat(set, Times)) + end;
        Assert.True(Pattern.TryParse(pattern, out _, out _));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Pattern.TryParse(pattern, out _, out _));

        // Each is read anew, and let go of again.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Times * BytesOfSet);
    }

    [Fact]
    public void One_pattern_serves_many_threads()
    {
        Assert.True(Pattern.TryParse("(a|b)*a(a|b){12}c", out Pattern? pattern, out _));
        Parallel.For(0, 64, i =>
        {
            Random random = new(i);
            for (int run = 0; run < 50; run++)
            {
                string text = string.Concat(Enumerable.Range(0, 60).Select(_ => random.Next(2) == 0 ? 'a' : 'b'));
                bool isMatch = text[^13] == 'a';
                Assert.Equal(isMatch, pattern.IsMatch(text + "c"));
                Assert.False(pattern.IsMatch(text));
            }
        });
    }

    private static string Repeated(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
