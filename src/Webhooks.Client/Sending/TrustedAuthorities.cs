using System.Security.Cryptography.X509Certificates;
using Webhooks.Client.Configuration;

namespace Webhooks.Client.Sending;

/// <summary>Whom to trust: every certificate of <c>certificate-authority</c>.</summary>
internal static class TrustedAuthorities
{
    /// <returns><c>null</c>: those whom the system trusts.</returns>
    /// <exception cref="ConfigurationException">There is no certificate in it, or it can't be read.</exception>
    public static FollowedSource<X509Certificate2Collection>? Of(ClientOptions options, ApiConnectionSettings settings) =>
        options.CertificateAuthority is { } authority && options.Server.Scheme == "https"
            ? new FollowedSource<X509Certificate2Collection>([authority], texts => Read(authority, texts[0], settings), beforehand: null, settings)
            : null;

    private static X509Certificate2Collection Read(PemSource authority, byte[] text, ApiConnectionSettings settings)
    {
        CertificateBundle bundle = CertificateBundle.Read(text);
        if (bundle.Certificates.Count == 0)
        {
            throw new ConfigurationException("there is no certificate of an authority in it that can be read; write PEM, with BEGIN CERTIFICATE");
        }

        if (bundle.Broken > 0)
        {
            settings.Logger.Skipped(authority.ToString(), bundle.Broken);
        }

        return bundle.Certificates;
    }
}
