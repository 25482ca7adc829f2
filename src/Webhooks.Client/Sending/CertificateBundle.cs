using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Webhooks.Client.Sending;

/// <summary>The certificates of a PEM text. Other blocks and what stands around them don't count.</summary>
/// <param name="Certificates">Those that can be read, in order.</param>
/// <param name="Broken">How many can't be.</param>
internal sealed record CertificateBundle(X509Certificate2Collection Certificates, int Broken)
{
    public static CertificateBundle Read(ReadOnlySpan<byte> text)
    {
        X509Certificate2Collection found = [];
        int broken = 0;
        ReadOnlySpan<char> rest = Encoding.UTF8.GetString(text);
        while (PemEncoding.TryFind(rest, out PemFields block))
        {
            if (rest[block.Label] is "CERTIFICATE")
            {
                try
                {
                    found.Add(X509CertificateLoader.LoadCertificate(Convert.FromBase64String(rest[block.Base64Data].ToString())));
                }
                catch (CryptographicException)
                {
                    // As kubectl does, the others are taken; who reads them tells of this one.
                    broken++;
                }
            }

            rest = rest[block.Location.End..];
        }

        return new CertificateBundle(found, broken);
    }
}
