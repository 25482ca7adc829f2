using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Shared;

/// <summary>A CA that issues what tests need, wrong certificates too.</summary>
internal sealed class TestAuthority
{
    public const string ServerPurpose = "1.3.6.1.5.5.7.3.1";
    public const string ClientPurpose = "1.3.6.1.5.5.7.3.2";

    private TestAuthority(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public string Pem => Certificate.ExportCertificatePem();

    public static TestAuthority Root(string name = "test root")
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(RequestFor(name, key).CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(9)));
    }

    public TestAuthority Intermediate(string name = "test intermediate")
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 issued = RequestFor(name, key).Create(Certificate, DateTimeOffset.UtcNow.AddMonths(-11), DateTimeOffset.UtcNow.AddYears(8), Serial());
        return new(issued.CopyWithPrivateKey(key));
    }

    /// <summary>Issues a certificate with its private key.</summary>
    public X509Certificate2 Issue(TestLeaf leaf)
    {
        using AsymmetricAlgorithm? made = leaf.Key is null ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        AsymmetricAlgorithm key = leaf.Key ?? made!;
        X500DistinguishedName subject = new($"CN={leaf.CommonName}{(leaf.Organization is null ? "" : $",O={leaf.Organization}")}");
        CertificateRequest request = key is RSA rsa
            ? new(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        if (leaf.Purposes.Count > 0)
        {
            OidCollection purposes = [];
            leaf.Purposes.ToList().ForEach(purpose => purposes.Add(new Oid(purpose)));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(purposes, critical: false));
        }

        SubjectAlternativeNameBuilder names = new();
        leaf.DnsNames.ToList().ForEach(names.AddDnsName);
        leaf.Addresses.ToList().ForEach(address => names.AddIpAddress(IPAddress.Parse(address)));
        if (leaf.DnsNames.Count + leaf.Addresses.Count > 0)
        {
            request.CertificateExtensions.Add(names.Build());
        }

        using X509Certificate2 issued = request.Create(
            Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(Certificate.GetECDsaPrivateKey()!),
            leaf.NotBefore,
            leaf.NotAfter,
            Serial());
        return key is RSA rsaKey ? issued.CopyWithPrivateKey(rsaKey) : issued.CopyWithPrivateKey((ECDsa)key);
    }

    private static CertificateRequest RequestFor(string name, ECDsa key)
    {
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static byte[] Serial() => [1, .. RandomNumberGenerator.GetBytes(15)];
}
