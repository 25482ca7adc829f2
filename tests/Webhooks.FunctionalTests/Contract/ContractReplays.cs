using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>Scenarios of a folder, each replayed against a server of its own: started together, only so many at a time.</summary>
internal sealed class ContractReplays : IAsyncDisposable
{
    /// <summary>Times the processors: most of a replay is waiting.</summary>
    private const int PerProcessor = 4;

    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount * PerProcessor);
    private readonly Dictionary<string, Task<ReplayResult>> _results;

    /// <param name="folder">Where the scenarios are.</param>
    /// <param name="names">Which of them.</param>
    /// <param name="servers">Starts a server for each.</param>
    /// <param name="pace">How patient they are.</param>
    public ContractReplays(string folder, ImmutableArray<string> names, IContractServerFactory servers, ReplayPace pace) =>
        _results = names.ToDictionary(name => name, name => Task.Run(() => RunAsync(TranscriptFolder.Read(folder, name), servers, pace)));

    /// <summary>What came of one scenario.</summary>
    public Task<ReplayResult> ResultOf(string name) => _results[name];

    /// <summary>What came of all, sorted by name.</summary>
    public async Task<ImmutableArray<ReplayResult>> ResultsAsync() =>
        [.. (await Task.WhenAll(_results.Values)).OrderBy(result => result.Transcript.Name, StringComparer.Ordinal)];

    private async Task<ReplayResult> RunAsync(Transcript transcript, IContractServerFactory servers, ReplayPace pace)
    {
        await _turns.WaitAsync();
        try
        {
            await using IContractServer server = await servers.StartAsync(CancellationToken.None);
            return await Replay.RunAsync(transcript, server, pace, CancellationToken.None);
        }
        finally
        {
            _turns.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What failed has failed the test that asked for it.
        await Task.WhenAll(_results.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        _turns.Dispose();
    }
}
