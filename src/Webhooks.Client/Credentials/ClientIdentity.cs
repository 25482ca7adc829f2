using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Credentials;

/// <summary>A certificate to show, with its key and what leads to its authority.</summary>
/// <param name="Context">What the handshake takes.</param>
/// <param name="Ends">When it is no longer good.</param>
internal sealed record ClientIdentity(SslStreamCertificateContext Context, DateTimeOffset Ends)
{
    /// <param name="certificates">PEM: the certificate, then those that lead to its authority.</param>
    /// <param name="key">PEM: its private key; RSA or ECDSA, not encrypted.</param>
    /// <exception cref="ConfigurationException">They can't be read, or don't belong together.</exception>
    public static ClientIdentity Read(byte[] certificates, byte[] key)
    {
        X509Certificate2Collection all = CertificateBundle.Read(certificates).Certificates;
        if (all.Count == 0)
        {
            throw new ConfigurationException("there is no client certificate that can be read; write PEM, with BEGIN CERTIFICATE");
        }

        using X509Certificate2 first = all[0];
        all.RemoveAt(0);
        try
        {
            X509Certificate2 keyed = X509Certificate2.CreateFromPem(first.ExportCertificatePem(), Encoding.UTF8.GetString(key));
            return new ClientIdentity(SslStreamCertificateContext.Create(keyed, all, offline: true), first.NotAfter);
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            // Not as an inner exception: what is wrong with a key may quote it.
            throw new ConfigurationException("the private key can't be read, or is not that of the first certificate; write an RSA or ECDSA key as PEM, without a passphrase");
        }
    }
}
