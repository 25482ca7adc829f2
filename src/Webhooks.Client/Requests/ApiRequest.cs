namespace Webhooks.Client.Requests;

/// <summary>A request to an API server, ready to be sent: nothing here knows where the server is or who asks.</summary>
/// <remarks>Immutable. It may be sent again.</remarks>
public sealed record ApiRequest
{
    /// <summary>GET, POST, PUT, PATCH or DELETE.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Path and query, escaped, below the server's address; it begins with a slash.</summary>
    public required string Target { get; init; }

    /// <summary>What is done, as RBAC and metrics have it: <c>get</c>, <c>list</c>, <c>watch</c>, <c>create</c>, <c>deletecollection</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Which forms of the answer are read. Default <c>application/json</c>.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The media type of <see cref="Body"/>; empty for a request without one.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The body. Nobody may change what it was made of.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Method and target: what may be logged.</summary>
    public override string ToString() => $"{Method} {Target}";
}
