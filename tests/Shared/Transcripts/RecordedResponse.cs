using System.Collections.Immutable;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>A recorded answer. One without <see cref="Body"/> and <see cref="Text"/> is empty.</summary>
internal sealed record RecordedResponse(int Status)
{
    /// <summary>The media type as sent; <c>null</c>: the header is absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>Each Warning header in turn.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The header Retry-After; <c>null</c>: it is absent.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>A body of JSON.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>A body of anything else.</summary>
    public string? Text { get; init; }

    /// <summary>Whether only what stands here counts: members must be there, and each list item be contained in some item there.</summary>
    public bool IsPartial { get; init; }
}
