using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>Certificates for servers that tests set up: a CA, a server on loopback, and an administrator.</summary>
internal sealed class ContractAuthority
{
    private readonly TestAuthority _authority = TestAuthority.Root("contract");

    public ContractAuthority()
    {
        Server = _authority.Issue(new TestLeaf { CommonName = "kube-apiserver", Addresses = ["127.0.0.1"] });
        Administrator = _authority.Issue(new TestLeaf
        {
            CommonName = "admin",
            Organization = "system:masters",
            DnsNames = [],
            Purposes = [TestAuthority.ClientPurpose],
        });
    }

    /// <summary>The CA.</summary>
    public X509Certificate2 Certificate => _authority.Certificate;

    /// <summary>Of a server on 127.0.0.1, with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>Of a client of group <c>system:masters</c>, with its key.</summary>
    public X509Certificate2 Administrator { get; }

    /// <summary>What a server is set up with that looks at client certificates and asks for none.</summary>
    public SslServerAuthenticationOptions ServerOptions => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(Server, additionalCertificates: null, offline: true),
        ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        ClientCertificateRequired = true,
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is null || certificate.Issuer == Certificate.Subject,
    };

    /// <summary>A certificate of another client or server.</summary>
    public X509Certificate2 Issue(TestLeaf leaf) => _authority.Issue(leaf);
}
