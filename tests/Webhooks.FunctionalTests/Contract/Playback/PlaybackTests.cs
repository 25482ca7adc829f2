using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.FunctionalTests.Contract.Playback;

/// <summary>The replay itself: it finds the recorded answers right, and altered ones wrong.</summary>
public sealed class PlaybackTests
{
    /// <summary>This server is never late.</summary>
    private static readonly ReplayPace Quick = new()
    {
        Quiet = TimeSpan.FromMilliseconds(50),
        Events = TimeSpan.FromSeconds(20),
        Pause = TimeSpan.FromMilliseconds(1),
    };

    [Fact]
    public async Task The_recorded_answers_are_right_and_the_requests_are_sent_as_recorded()
    {
        ImmutableArray<string> names = TranscriptFolder.Names(TranscriptFolder.Own);
        List<string> problems = [];
        await Parallel.ForEachAsync(names, Degree, async (name, cancellationToken) =>
        {
            Transcript transcript = TranscriptFolder.Read(TranscriptFolder.Own, name);
            await using PlaybackServer server = await PlaybackServer.StartAsync(transcript, isLate: true);
            ReplayResult result = await Replay.RunAsync(transcript, server, Quick, cancellationToken);
            lock (problems)
            {
                problems.AddRange([.. result.Differences, .. server.Complaints.Select(complaint => $"{name} was sent otherwise: {complaint}")]);
            }
        });
        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task An_altered_answer_is_found_wherever_it_stands(string mutation)
    {
        List<string> overlooked = [];
        int altered = 0;
        await Parallel.ForEachAsync(PlaybackMutations.Examples(mutation), Degree, async (example, cancellationToken) =>
        {
            await using PlaybackServer server = await PlaybackServer.StartAsync(example.Altered);
            ReplayResult result = await Replay.RunAsync(example.Recorded, server, Quick with { Events = TimeSpan.FromSeconds(1), Retry = TimeSpan.Zero }, cancellationToken);
            lock (overlooked)
            {
                altered++;
                overlooked.AddRange(result.IsRight ? [example.Recorded.Name] : []);
            }
        });
        Assert.NotEqual(0, altered);
        Assert.Empty(overlooked);
    }

    public static TheoryData<string> Mutations => [.. PlaybackMutations.Names];

    private static ParallelOptions Degree => new() { MaxDegreeOfParallelism = Environment.ProcessorCount * 4 };
}
