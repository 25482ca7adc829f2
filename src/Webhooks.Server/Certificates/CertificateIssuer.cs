using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>Issues certificates with ECDSA keys on P-256, as RFC 5280 wants them.</summary>
internal static class CertificateIssuer
{
    /// <summary>How long before its issue a certificate is valid: clocks of clients may be slow by as much.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>A CA that issues leaves and no other CA.</summary>
    /// <param name="commonName">Its name, at most 64 characters.</param>
    /// <param name="now">The time of the issue.</param>
    /// <param name="lifetime">How long it is valid from then on.</param>
    /// <returns>The certificate with its private key.</returns>
    public static X509Certificate2 IssueAuthority(string commonName, DateTimeOffset now, TimeSpan lifetime)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = RequestFor(commonName, key);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        return request.CreateSelfSigned(now - ClockSkew, now + lifetime);
    }

    /// <summary>A certificate for a server, valid no longer than its CA.</summary>
    /// <param name="authority">The CA, with its private key.</param>
    /// <param name="commonName">Its name for people, at most 64 characters; clients go by <paramref name="names"/>.</param>
    /// <param name="names">DNS names and IP addresses, as <see cref="ServingNames"/> gives them.</param>
    /// <param name="now">The time of the issue.</param>
    /// <param name="lifetime">How long it is valid from then on.</param>
    /// <returns>The certificate with its private key.</returns>
    public static X509Certificate2 IssueServing(
        X509Certificate2 authority, string commonName, IReadOnlyList<string> names, DateTimeOffset now, TimeSpan lifetime)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = RequestFor(commonName, key);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Oids.ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        request.CertificateExtensions.Add(AlternativeNames(names));
        Validity limits = Validity.Of(authority);
        DateTimeOffset notBefore = now - ClockSkew > limits.NotBefore ? now - ClockSkew : limits.NotBefore;
        DateTimeOffset notAfter = now + lifetime < limits.NotAfter ? now + lifetime : limits.NotAfter;
        using X509Certificate2 issued = request.Create(authority, notBefore, notAfter, SerialNumber());
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest RequestFor(string commonName, ECDsa key)
    {
        X500DistinguishedNameBuilder subject = new();
        subject.AddCommonName(commonName);
        CertificateRequest request = new(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static X509Extension AlternativeNames(IReadOnlyList<string> names)
    {
        SubjectAlternativeNameBuilder builder = new();
        foreach (string name in names)
        {
            if (IPAddress.TryParse(name, out IPAddress? address))
            {
                builder.AddIpAddress(address);
            }
            else
            {
                builder.AddDnsName(name);
            }
        }

        return builder.Build();
    }

    // RFC 5280, 4.1.2.2: positive and at most 20 octets.
    private static byte[] SerialNumber()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
