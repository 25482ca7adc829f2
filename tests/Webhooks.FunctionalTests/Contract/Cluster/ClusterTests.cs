using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>The recordings are what a real API server answers, today's too.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    [ClusterFact]
    public async Task A_real_server_answers_as_recorded()
    {
        ImmutableArray<string> names = TranscriptFolder.Names(TranscriptFolder.Own);
        List<ReplayResult> results = [];
        await using ClusterServer server = await ClusterServer.StartAsync(CancellationToken.None);

        // One after the other: they share the server, and some look at all of it.
        foreach (string name in names)
        {
            results.Add(await Replay.RunAsync(TranscriptFolder.Read(TranscriptFolder.Own, name), server, ReplayPace.Cluster, CancellationToken.None));
            server.AssertRuns();
        }

        output.WriteLine(ContractShares.Table(results));
        Assert.Empty(results.SelectMany(result => result.Differences));
    }
}
