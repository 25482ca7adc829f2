using System.Collections.Immutable;

namespace Webhooks.Shared.Transcripts;

/// <summary>A request with placeholders where an earlier answer gave the value.</summary>
internal sealed record RecordedRequest(string Method, string Path)
{
    /// <summary>Headers by name, in order; a name may come several times.</summary>
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The body; <c>null</c>: none is sent.</summary>
    public string? Body { get; init; }

    /// <summary>Whether it is sent without a client certificate and without a token but what the headers say.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The values of a header that the request is sent with.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    public override string ToString() => $"{Method} {Path}";
}
