using System.Text.RegularExpressions;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Documentation;

/// <summary>docs/invariants.md says what the client keeps, and tests that are named after it show that it does.</summary>
public sealed partial class InvariantTests
{
    private static readonly string[] Written =
        [.. File.ReadLines(Repository.PathOf("docs", "invariants.md")).Select(line => Rule().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    private static readonly string[] Proven =
        [.. TestFiles().SelectMany(file => TestName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct()];

    [Fact]
    public void The_invariants_are_numbered_without_a_gap() => Assert.Equal(
        [.. Numbers("R", 15), .. Numbers("S", 12), .. Numbers("Q", 11), .. Numbers("C", 10), .. Numbers("L", 10), .. Numbers("K", 11)], Written);

    [Fact]
    public void Every_invariant_has_a_test_that_is_named_after_it() => Assert.Empty(Written.Except(Proven));

    [Fact]
    public void Every_test_that_is_named_after_an_invariant_names_one_that_is_written() => Assert.Empty(Proven.Except(Written));

    private static IEnumerable<string> Numbers(string letter, int count) => Enumerable.Range(1, count).Select(number => $"{letter}{number}");

    private static IEnumerable<string> TestFiles() => new[] { "Webhooks.Tests", "Webhooks.FunctionalTests" }
        .SelectMany(project => Directory.EnumerateFiles(Repository.PathOf("tests", project, "Client"), "*.cs", SearchOption.AllDirectories));

    [GeneratedRegex(@"^- \*\*([A-Z]\d+)\*\* ")]
    private static partial Regex Rule();

    /// <summary>A test, by its attribute; what it proves is the beginning of its name.</summary>
    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public (?:async )?(?:void|Task|ValueTask) ([A-Z]\d+)_", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();
}
