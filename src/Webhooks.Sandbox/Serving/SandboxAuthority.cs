using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Sandbox.Serving;

/// <summary>The CA of one server: it issues the server's certificate and those of its clients.</summary>
/// <remarks>Thread safe. Keys are ECDSA on P-256 and never leave the process, but in what it is asked to issue.</remarks>
internal sealed class SandboxAuthority : IDisposable
{
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";
    private const string ClientPurpose = "1.3.6.1.5.5.7.3.2";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly DateTimeOffset _now;

    /// <summary>Makes a CA.</summary>
    /// <param name="now">The time of the world that clients live in.</param>
    public SandboxAuthority(DateTimeOffset now)
    {
        _now = now.AddMinutes(-5);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Request(key, "sandbox-ca", []);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        Certificate = request.CreateSelfSigned(_now, _now + Lifetime);
    }

    /// <summary>The CA's certificate, with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A certificate for a server on this machine.</summary>
    public X509Certificate2 IssueServing() => Issue("kube-apiserver", [], ServerPurpose, request =>
    {
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddDnsName("kubernetes.default.svc");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
    });

    /// <summary>A certificate that says who a client is.</summary>
    /// <param name="user">The user's name.</param>
    /// <param name="groups">The groups that it is in.</param>
    public X509Certificate2 IssueClient(string user, IReadOnlyList<string> groups) => Issue(user, groups, ClientPurpose, _ => { });

    /// <summary>Whether a certificate is one of ours for clients, and valid now.</summary>
    public bool Trusts(X509Certificate2 client)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientPurpose));
        return chain.Build(client);
    }

    /// <inheritdoc />
    public void Dispose() => Certificate.Dispose();

    private X509Certificate2 Issue(string name, IReadOnlyList<string> groups, string purpose, Action<CertificateRequest> extend)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Request(key, name, groups);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        extend(request);
        using X509Certificate2 issued = request.Create(Certificate, _now, _now + Lifetime, RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(ECDsa key, string name, IReadOnlyList<string> groups)
    {
        X500DistinguishedNameBuilder subject = new();
        foreach (string group in groups)
        {
            subject.AddOrganizationName(group);
        }

        subject.AddCommonName(name);
        CertificateRequest request = new(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
