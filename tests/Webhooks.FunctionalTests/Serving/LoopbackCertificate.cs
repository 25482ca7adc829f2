using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>One self-signed certificate for localhost, and clients that trust it alone.</summary>
internal static class LoopbackCertificate
{
    private static readonly X509Certificate2 Certificate = Issue();

    /// <summary>What a server is set up with.</summary>
    public static SslServerAuthenticationOptions ServerOptions { get; } = new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(Certificate, additionalCertificates: null, offline: true),
        ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
    };

    /// <summary>What a client is set up with.</summary>
    public static SslClientAuthenticationOptions ClientOptions => new()
    {
        TargetHost = "localhost",
        CertificateChainPolicy = Trusting(Certificate),
    };

    /// <summary>What a client of another server is set up with.</summary>
    /// <param name="root">The one CA that it trusts.</param>
    /// <param name="certificate">Who it is; <c>null</c> for nobody.</param>
    public static SslClientAuthenticationOptions ClientOptionsOf(X509Certificate2 root, X509Certificate2? certificate) => new()
    {
        CertificateChainPolicy = Trusting(root),
        ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
    };

    /// <summary>A policy that trusts one CA, or one self-signed certificate, and asks nobody.</summary>
    public static X509ChainPolicy Trusting(X509Certificate2 root) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { root },
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };

    private static X509Certificate2 Issue()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
    }
}
