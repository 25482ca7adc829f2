using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.FunctionalTests.Contract;

public sealed class MissListTests
{
    private static readonly ImmutableSortedDictionary<string, string> Misses = MissList.Parse(["# a comment", "", "a/b: it is too large: by far"]);

    [Fact]
    public void A_line_is_a_scenario_and_a_reason() =>
        Assert.Equal(new KeyValuePair<string, string>("a/b", "it is too large: by far"), Assert.Single(Misses));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a/b: ")]
    [InlineData(": a reason")]
    public void A_line_without_either_is_refused(string line) =>
        Assert.Throws<FormatException>(() => MissList.Parse([line]));

    [Fact]
    public void A_scenario_stands_there_once() =>
        Assert.Throws<FormatException>(() => MissList.Parse(["a/b: a reason", "a/b: another"]));

    [Theory]
    [InlineData("a/b", true, "a/b is right now: take it off misses.txt (it is too large: by far)")]
    [InlineData("a/b", false, null)]
    [InlineData("a/c", true, null)]
    [InlineData("a/c", false, "one\ntwo")]
    public void Unlisted_misses_and_listed_hits_are_problems(string name, bool isRight, string? problem) =>
        Assert.Equal(problem, MissList.Problem(Result(name, isRight ? [] : ["one", "two"]), Misses));

    [Fact]
    public void The_table_counts_areas_and_all()
    {
        ReplayResult[] results = [Result("b/x", []), Result("a/x", []), Result("a/y", ["one"])];
        Assert.Equal(["a 1/2", "b 1/1", "total 2/3"], ContractShares.Table(results).Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(2.0 / 3, ContractShares.Of(results));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("gc,rbac", true)]
    [InlineData("gc,apply", false)]
    [InlineData("builtin-defaults", false)]
    public void What_needs_more_than_is_claimed_counts_apart(string needs, bool isClaimed) =>
        Assert.Equal(isClaimed, ContractShares.IsClaimed(Result("a/b", []).Transcript with { Needs = [.. needs.Split(',', StringSplitOptions.RemoveEmptyEntries)] }));

    private static ReplayResult Result(string name, string[] differences) =>
        new(new Transcript { Name = name, Description = "d", Setup = [], Steps = [] }, [.. differences]);
}
