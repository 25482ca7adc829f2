using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>Whom a certificate names.</summary>
internal static class SubjectNames
{
    /// <summary>The alternative names a server is known by: DNS names in lower case, then IP addresses, each as often as it stands there.</summary>
    /// <exception cref="CryptographicException">The extension can't be decoded.</exception>
    public static IReadOnlyList<string> OfServer(X509Certificate2 certificate) =>
    [
        .. DnsNames(certificate),
        .. Extensions(certificate).SelectMany(names => names.EnumerateIPAddresses()).Select(address => address.ToString()),
    ];

    /// <summary>The alternative DNS names, in lower case.</summary>
    /// <exception cref="CryptographicException">The extension can't be decoded.</exception>
    public static IEnumerable<string> DnsNames(X509Certificate2 certificate) =>
        Extensions(certificate).SelectMany(names => names.EnumerateDnsNames()).Select(name => name.ToLowerInvariant());

    /// <summary>The common name of the subject; null when there is none, or more than one and so none to rely on.</summary>
    /// <remarks><see cref="X509Certificate2.GetNameInfo"/> would take another part of the subject when there is no common name.</remarks>
    /// <exception cref="CryptographicException">The subject can't be decoded.</exception>
    public static string? CommonName(X509Certificate2 certificate)
    {
        string?[] names =
        [
            .. certificate.SubjectName.EnumerateRelativeDistinguishedNames()
                .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == Oids.CommonName)
                .Select(part => part.GetSingleElementValue()),
        ];
        return names is [var only] ? only : null;
    }

    private static IEnumerable<X509SubjectAlternativeNameExtension> Extensions(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>();
}
