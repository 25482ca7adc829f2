using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>The clients that <c>--client-name</c> lets in. Thread safe.</summary>
/// <param name="names">Common names, letter for letter, or DNS names in any case; empty lets everybody in.</param>
internal sealed class ClientNames(IReadOnlyList<string> names)
{
    private readonly HashSet<string> _commonNames = new(names, StringComparer.Ordinal);
    private readonly HashSet<string> _dnsNames = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>True when everybody is let in.</summary>
    public bool IsEmpty => _commonNames.Count == 0;

    /// <summary>Whether a verified certificate's common name or one of its DNS names is in the list.</summary>
    /// <remarks>A wildcard in a certificate stands for itself alone.</remarks>
    public bool Allows(X509Certificate2 certificate)
    {
        if (IsEmpty)
        {
            return true;
        }

        try
        {
            return (SubjectNames.CommonName(certificate) is { } commonName && _commonNames.Contains(commonName))
                || SubjectNames.DnsNames(certificate).Any(_dnsNames.Contains);
        }
        catch (CryptographicException)
        {
            // Its CA signed names that nobody can decode: they are not in the list.
            return false;
        }
    }
}
