using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>What came of a replay.</summary>
/// <param name="Transcript">The scenario.</param>
/// <param name="Differences">One line each: scenario, step, request, where, expected and got; empty: all is as recorded.</param>
internal sealed record ReplayResult(Transcript Transcript, ImmutableArray<string> Differences)
{
    /// <summary>Whether all is as recorded.</summary>
    public bool IsRight => Differences.IsEmpty;
}
