namespace Webhooks.Client.Sending;

/// <summary>The answer to a request: its head, and its body as it comes.</summary>
/// <remarks>For one reader. Disposing of it ends the request.</remarks>
public sealed class ApiResponse(int code, Stream body, IDisposable owner) : IDisposable
{
    /// <summary>The code, 200 to 299.</summary>
    public int Code { get; } = code;

    /// <summary>The body. Reading it is limited in time where the request is; that of a watch is not.</summary>
    public Stream Body { get; } = body;

    /// <inheritdoc />
    public void Dispose() => owner.Dispose();
}
