using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>Reads certificates without keys.</summary>
internal static class CertificateReader
{
    /// <summary>The certificates of a file, in its order; one at least.</summary>
    /// <exception cref="CertificateException">There is none, or one can't be decoded.</exception>
    public static X509Certificate2Collection ReadAll(PemText file)
    {
        X509Certificate2Collection certificates = [];
        foreach (PemBlock block in PemBlock.ReadAll(file).Where(block => block.Label == PemBlock.Certificate))
        {
            try
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(block.Data));
            }
            catch (CryptographicException failure)
            {
                throw new CertificateException($"{file.Path}: certificate {certificates.Count + 1} can't be decoded; write the file again", failure);
            }
        }

        return certificates.Count > 0
            ? certificates
            : throw new CertificateException($"{file.Path}: holds no certificate; name the file that has BEGIN CERTIFICATE");
    }
}
