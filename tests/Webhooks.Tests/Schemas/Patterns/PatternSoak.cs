using System.Text;
using System.Text.RegularExpressions;
using Webhooks.Schemas.Patterns.Matching;
using Webhooks.Schemas.Patterns.Syntax;
using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Schemas.Patterns;

/// <summary>All ways of the engine to search, beside each other, a slow matcher and <see cref="Regex"/>.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count.</remarks>
public class PatternSoak(ITestOutputHelper output)
{
    private const int TextsOfPattern = 5;

    /// <summary>What makes a search leave its table after a few states.</summary>
    private const long SmallBudget = 2000;

    [Fact]
    public void All_ways_of_searching_agree() => Run(isCommon: false, pattern =>
    {
        PatternProgram program = ProgramCompiler.Compile(PatternReader.Read(pattern.Text));
        PatternSearch search = new(program);
        PatternSearch leaving = new(program, SmallBudget);
        NfaSearch nfa = new(program);
        return text => [search.IsMatch(text), leaving.IsMatch(text), nfa.IsMatch(text)];
    });

    [Fact]
    public void Regex_agrees_on_what_both_mean_alike() => Run(isCommon: true, pattern =>
    {
        PatternSearch search = new(ProgramCompiler.Compile(PatternReader.Read(pattern.Text)));
        Regex regex = new(pattern.Text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return text => [search.IsMatch(text), regex.IsMatch(text)];
    });

    private void Run(bool isCommon, Func<DrawnPattern, Func<string, bool[]>> prepare)
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 3000);
        int matches = 0;
        Parallel.For(0, count, i =>
        {
            int drawn = (seed + i) & int.MaxValue;
            PatternDraws draws = new(drawn, isCommon);
            DrawnPattern pattern = draws.Pattern();
            Func<string, bool[]> search = prepare(pattern);
            for (int number = 0; number < TextsOfPattern; number++)
            {
                int[] text = draws.Text();
                bool isMatch = pattern.IsMatch(text);
                Interlocked.Add(ref matches, isMatch ? 1 : 0);
                bool[] answers = search(string.Concat(text.Select(one => new Rune(one).ToString())));
                if (answers.Any(answer => answer != isMatch))
                {
                    throw new PropertyException(
                        $"{pattern.Text} in [{string.Join(' ', text.Select(one => one.ToString("X")))}]: {string.Join(", ", answers)}, and not {isMatch}\n"
                        + $"repeat: make soak-patterns SEED={drawn} COUNT=1");
                }
            }
        });
        output.WriteLine($"{count} expressions from seed {seed}, each in {TextsOfPattern} texts: {matches} matches");
        Assert.True(count < 100 || (matches > count && matches < 4 * count), $"{matches} matches say little");
    }
}
