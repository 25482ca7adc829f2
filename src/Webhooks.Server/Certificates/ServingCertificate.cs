using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>A certificate to serve with. Immutable and thread safe.</summary>
/// <remarks>
/// Nobody disposes one that is replaced: handshakes that began before may still use it, and nothing says when the last has
/// ended. The finalizers of its handles free it then; replacements come days apart.
/// </remarks>
internal sealed class ServingCertificate
{
    /// <summary>Below this OpenSSL's usual security level refuses each handshake, in bits.</summary>
    private const int MinRsaBits = 2048;

    private ServingCertificate(KeyedCertificate pair, IReadOnlyList<string> names)
    {
        Leaf = pair.Certificate;
        Chain = pair.Rest;
        Names = names;
        Validity = Validity.Of(Leaf);
        // Offline: what is missing of the chain is not fetched from where the certificate says that it may be found.
        Context = SslStreamCertificateContext.Create(Leaf, Chain, offline: true);
    }

    /// <summary>The certificate itself, with its private key.</summary>
    public X509Certificate2 Leaf { get; }

    /// <summary>Its issuers, as its file gives them.</summary>
    public X509Certificate2Collection Chain { get; }

    /// <summary>Both, ready for handshakes.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>When it is valid.</summary>
    public Validity Validity { get; }

    /// <summary>The DNS names and IP addresses it is for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a pair; both may be the same file. Validity is the caller's to judge: it changes with time.</summary>
    /// <exception cref="CertificateException">One of the two is not fit for serving, or they don't belong together.</exception>
    public static ServingCertificate Read(PemText certificates, PemText key)
    {
        try
        {
            KeyedCertificate pair = KeyedCertificate.Read(certificates, key);
            Check(pair.Certificate, certificates.Path);
            return new ServingCertificate(pair, SubjectNames.OfServer(pair.Certificate));
        }
        catch (Exception failure) when (failure is CryptographicException or NotSupportedException)
        {
            throw new CertificateException($"{certificates.Path}: TLS can't use the certificate: {failure.Message}", failure);
        }
    }

    private static void Check(X509Certificate2 leaf, string path)
    {
        if (!leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().All(IsForServers))
        {
            throw new CertificateException($"{path}: the certificate is not for servers; issue one with the extended key usage serverAuth");
        }

        if (leaf.GetRSAPublicKey() is { KeySize: < MinRsaBits and var bits })
        {
            throw new CertificateException($"{path}: an RSA key of {bits} bits is too weak for TLS; use {MinRsaBits} or more, or ECDSA");
        }
    }

    private static bool IsForServers(X509EnhancedKeyUsageExtension usage) =>
        usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value is Oids.ServerAuthentication or Oids.AnyPurpose);
}
