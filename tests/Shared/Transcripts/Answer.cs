using System.Collections.Immutable;
using System.Text;

namespace Webhooks.Shared.Transcripts;

/// <summary>What a server answered.</summary>
internal sealed record Answer(int Status)
{
    /// <summary>The media type as sent; <c>null</c>: the header is absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>Each Warning header in turn.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The header Retry-After; <c>null</c>: it is absent.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The body as sent; <c>null</c>: it was not read, since it goes on.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body ?? []);
}
