using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>A certificate with its private key, and what stands behind it in its file.</summary>
/// <param name="Certificate">The first certificate of the file, with its key.</param>
/// <param name="Rest">The others, in the order of the file.</param>
internal sealed record KeyedCertificate(X509Certificate2 Certificate, X509Certificate2Collection Rest)
{
    /// <summary>Reads a pair; both may be the same file.</summary>
    /// <exception cref="CertificateException">One of the two is not fit, or they don't belong together.</exception>
    public static KeyedCertificate Read(PemText certificates, PemText keyFile)
    {
        X509Certificate2Collection all = CertificateReader.ReadAll(certificates);
        using AsymmetricAlgorithm key = PrivateKeyReader.Read(keyFile);
        using X509Certificate2 first = all[0];
        if (!BelongTogether(first, key))
        {
            string remedy = all.Skip(1).Any(other => BelongTogether(other, key))
                ? "it is that of a later one; put that one first, then its issuers"
                : $"the key in {keyFile.Path} belongs to another; replace both files together";
            throw new CertificateException($"{certificates.Path}: the first certificate is not that of the private key: {remedy}");
        }

        all.RemoveAt(0);
        return new KeyedCertificate(With(first, key), all);
    }

    private static X509Certificate2 With(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);

    private static bool BelongTogether(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());
}
