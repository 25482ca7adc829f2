using System.Collections.Immutable;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>One step of a <see cref="Transcript"/>.</summary>
internal abstract record TranscriptStep;

/// <summary>A request, and the answer to it.</summary>
internal sealed record RequestStep(RecordedRequest Request, RecordedResponse Response) : TranscriptStep
{
    /// <summary>How long the request is repeated until this very answer comes; <c>null</c>: it is sent once.</summary>
    public TimeSpan? Retry { get; init; }

    /// <summary>The name of the watch that it opens, if it opens one.</summary>
    public string? Watch { get; init; }

    /// <summary>Whether plain bookmarks of the watch count.</summary>
    public bool ShowsBookmarks { get; init; }
}

/// <summary>What a watch has delivered since it was last looked at.</summary>
/// <param name="Watch">Its name.</param>
/// <param name="Events">The events in their order.</param>
/// <param name="Ends">Whether the stream ended cleanly after them; else it is still open.</param>
internal sealed record ExpectStep(string Watch, ImmutableArray<JsonElement> Events, bool Ends) : TranscriptStep;

/// <summary>The server forgets its history.</summary>
internal sealed record CompactStep : TranscriptStep;

/// <summary>Time passes.</summary>
internal sealed record WaitStep(TimeSpan Time) : TranscriptStep;
