using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>Replays a folder that somebody names, and says what came of it.</summary>
/// <remarks>
/// CONTRACT_DIR in the environment is the folder; CONTRACT_ONLY, one scenario of it or the beginning of its name. Where
/// nobody names a folder, an area of our own shows that it works.
/// </remarks>
public sealed class ContractFolder(ITestOutputHelper output)
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("CONTRACT_DIR");

    [Fact]
    public async Task A_folder_of_recordings_is_replayed()
    {
        string folder = string.IsNullOrEmpty(Named) ? TranscriptFolder.Own : Named;
        string only = string.IsNullOrEmpty(Named) ? "discovery/" : Environment.GetEnvironmentVariable("CONTRACT_ONLY") ?? "";
        ImmutableArray<string> all = TranscriptFolder.Names(folder);
        ImmutableArray<string> names = all.Contains(only) ? [only] : [.. all.Where(name => name.StartsWith(only, StringComparison.Ordinal))];
        Assert.False(names.IsEmpty, $"{folder} holds no scenario {only}: area/slug.json is looked for");

        await using ContractReplays replays = new(folder, names, SandboxServer.Factory, ReplayPace.InProcess);
        ImmutableArray<ReplayResult> results = await replays.ResultsAsync();
        foreach (string difference in results.SelectMany(result => result.Differences))
        {
            output.WriteLine(difference);
        }

        output.WriteLine(ContractShares.Table(results));
    }
}
