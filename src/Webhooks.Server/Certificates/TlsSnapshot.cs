using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>What new connections are served with until files change. Immutable and thread safe.</summary>
/// <param name="Certificate">The server's certificate.</param>
/// <param name="Options">
/// The same for all connections; nobody may change it. The runtime keeps OpenSSL's context, and with it the sessions that
/// may be resumed, by the certificates and protocols in it: a new certificate brings a new one.
/// </param>
internal sealed record TlsSnapshot(ServingCertificate Certificate, SslServerAuthenticationOptions Options)
{
    /// <summary>Serves with a certificate and judges clients by a policy; without one, they need no certificate.</summary>
    public static TlsSnapshot Of(ServingCertificate certificate, X509ChainPolicy? clients) => new(
        certificate,
        new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Context,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            // RFC 9113, 9.2.1: forbidden with HTTP/2.
            AllowRenegotiation = false,
            ClientCertificateRequired = clients is not null,
            CertificateChainPolicy = clients,
            // A session that is resumed brings a client's certificate without its chain: who needs an intermediate CA would
            // be refused. So with client certificates each connection is judged in full.
            AllowTlsResume = clients is null,
        });
}
