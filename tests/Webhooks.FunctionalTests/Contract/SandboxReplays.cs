using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>The project's own recordings, replayed against the in-memory server; the tests share the results.</summary>
public sealed class SandboxReplays : IDisposable
{
    private readonly ContractReplays _replays =
        new(TranscriptFolder.Own, TranscriptFolder.Names(TranscriptFolder.Own), SandboxServer.Factory, ReplayPace.InProcess);

    internal Task<ReplayResult> ResultOf(string name) => _replays.ResultOf(name);

    internal Task<ImmutableArray<ReplayResult>> ResultsAsync() => _replays.ResultsAsync();

    public void Dispose() => _replays.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
