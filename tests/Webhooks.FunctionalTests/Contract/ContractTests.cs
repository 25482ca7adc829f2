using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>The in-memory server answers as a real one did.</summary>
public sealed class ContractTests(SandboxReplays replays) : IClassFixture<SandboxReplays>
{
    /// <summary>Of the scenarios about what the server claims.</summary>
    private const double LeastOfClaimed = 0.99;

    /// <summary>Of the others.</summary>
    private const double LeastOfRest = 0.6;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Answers_are_as_recorded(string scenario) =>
        Assert.Null(MissList.Problem(await replays.ResultOf(scenario), MissList.All));

    [Fact]
    public void Every_listed_miss_is_a_scenario() =>
        Assert.Empty(MissList.All.Keys.Except(TranscriptFolder.Names(TranscriptFolder.Own)));

    [Fact]
    public async Task Enough_scenarios_are_right()
    {
        ImmutableArray<ReplayResult> results = await replays.ResultsAsync();
        ReplayResult[] claimed = [.. results.Where(result => ContractShares.IsClaimed(result.Transcript))];
        ReplayResult[] rest = [.. results.Except(claimed)];
        Assert.NotEmpty(claimed);
        Assert.NotEmpty(rest);
        Assert.InRange(ContractShares.Of(claimed), LeastOfClaimed, 1);
        Assert.InRange(ContractShares.Of(rest), LeastOfRest, 1);
    }

    public static TheoryData<string> Scenarios => [.. TranscriptFolder.Names(TranscriptFolder.Own)];
}
