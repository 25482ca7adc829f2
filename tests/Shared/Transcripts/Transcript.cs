using System.Collections.Immutable;

namespace Webhooks.Shared.Transcripts;

/// <summary>A recorded scenario: what was sent to a real API server and what it answered.</summary>
internal sealed record Transcript
{
    /// <summary><c>area/slug</c>, as its file is named.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence on what it shows.</summary>
    public required string Description { get; init; }

    /// <summary>Features beyond plain objects.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Whether <c>metadata.managedFields</c> counts; else a server may send them or not.</summary>
    public bool ShowsManagedFields { get; init; }

    /// <summary>Steps of which only the status matters, and what they teach.</summary>
    public required ImmutableArray<TranscriptStep> Setup { get; init; }

    /// <summary>What the scenario shows, in order.</summary>
    public required ImmutableArray<TranscriptStep> Steps { get; init; }

    /// <summary>Paths to delete afterwards, last first.</summary>
    public ImmutableArray<string> Cleanup { get; init; } = [];

    /// <summary>The part of the name before the slash.</summary>
    public string Area => Name[..Name.IndexOf('/', StringComparison.Ordinal)];
}
