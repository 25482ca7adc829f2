using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.FunctionalTests.Certificates;

/// <summary>Connects as a client that trusts one root, and checks chain and name as the runtime does by itself.</summary>
/// <param name="server">Whom to call.</param>
/// <param name="root">Whom to trust.</param>
internal sealed class TlsClient(TlsServer server, X509Certificate2 root)
{
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    public string HostName { get; init; } = "localhost";

    public IReadOnlyList<SslApplicationProtocol> Offers { get; init; } = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];

    /// <summary>The client's certificate with its key.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>What stands between that and its root.</summary>
    public X509Certificate2Collection Chain { get; init; } = [];

    /// <summary>Connects, and has one byte echoed: with TLS 1.3 a server may refuse a client's certificate after its handshake.</summary>
    /// <param name="between">What happens between the handshake and the byte.</param>
    /// <exception cref="AuthenticationException">One side refuses.</exception>
    /// <exception cref="IOException">The server refuses.</exception>
    public async Task<TlsConnection> ConnectAsync(Func<Task>? between = null)
    {
        using TcpClient connection = new();
        await connection.ConnectAsync(server.Address);
        using SslStream stream = new(connection.GetStream());
        SslClientAuthenticationOptions options = new()
        {
            TargetHost = HostName,
            EnabledSslProtocols = Protocols,
            ApplicationProtocols = [.. Offers],
            CertificateChainPolicy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
            ClientCertificateContext = Certificate is null ? null : SslStreamCertificateContext.Create(Certificate, Chain, offline: true),
        };
        options.CertificateChainPolicy.CustomTrustStore.Add(root);
        await stream.AuthenticateAsClientAsync(options);
        if (between is not null)
        {
            await between();
        }

        await stream.WriteAsync("x"u8.ToArray());
        byte[] echo = new byte[1];
        await stream.ReadExactlyAsync(echo);
        using X509Certificate2 seen = X509CertificateLoader.LoadCertificate(stream.RemoteCertificate!.GetRawCertData());
        return new(seen.Thumbprint, stream.SslProtocol, stream.NegotiatedApplicationProtocol.ToString());
    }

    /// <summary>Whether the server lets this client in.</summary>
    public async Task<bool> IsLetInAsync()
    {
        try
        {
            await ConnectAsync();
            return true;
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            return false;
        }
    }
}

/// <summary>What a connection was made of.</summary>
/// <param name="Thumbprint">Of the server's certificate.</param>
/// <param name="Protocol">TLS's version.</param>
/// <param name="Application">What speaks over it.</param>
internal sealed record TlsConnection(string Thumbprint, SslProtocols Protocol, string Application);
