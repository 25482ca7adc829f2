namespace Webhooks.Client.Sending;

/// <summary>
/// Writes the server's address as <c>Host</c>, where the handler was given another name there: it takes the name for SNI and
/// for the certificate from this header, and behind a proxy from nowhere else.
/// </summary>
/// <param name="authority">The server's host, with its port where that is not the usual one.</param>
internal sealed class HostHeader(string authority) : HeaderEncoding
{
    /// <summary>The header.</summary>
    public const string Name = "Host";

    protected override string Written(string value) => authority;

    protected override int MaxWritten(int length) => authority.Length;
}
