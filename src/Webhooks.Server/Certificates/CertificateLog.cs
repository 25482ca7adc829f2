using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Certificates;

/// <summary>What is logged about certificates.</summary>
internal static partial class CertificateLog
{
    /// <summary>Says which certificate is in force now, and warns of what clients will not like about it.</summary>
    public static void Report(ILogger logger, string file, ServingCertificate certificate, DateTimeOffset now)
    {
        Serving(logger, certificate.Leaf.Thumbprint, string.Join(", ", certificate.Names), certificate.Validity.NotAfter);
        if (now > certificate.Validity.NotAfter)
        {
            Expired(logger, file, certificate.Validity.NotAfter);
        }
        else if (now < certificate.Validity.NotBefore)
        {
            NotYetValid(logger, file, certificate.Validity.NotBefore);
        }

        if (certificate.Names.Count == 0)
        {
            Nameless(logger, file);
        }
    }

    /// <summary>Says that clients are judged by a new list of CAs, and warns of those that vouch for nobody any more.</summary>
    public static void Report(ILogger logger, string file, X509ChainPolicy clients, DateTimeOffset now)
    {
        ClientCasLoaded(logger, file);
        foreach (X509Certificate2 ca in clients.CustomTrustStore)
        {
            if (Validity.Of(ca).NotAfter is var notAfter && notAfter < now)
            {
                ClientCaExpired(logger, ca.Subject, file, notAfter);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "TLS files have changed and are not fit; the version before stays in force: {Problem}")]
    public static partial void KeptOld(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Warning, "Others may write to {Folder}, and so choose what clients trust; take that right away")]
    public static partial void FolderOpen(ILogger logger, string folder);

    [LoggerMessage(LogLevel.Warning, "Made a new CA in {File} ({Reason}); clients have to trust it")]
    public static partial void AuthorityIssued(ILogger logger, string file, string reason);

    [LoggerMessage(LogLevel.Information, "Issued the certificate in {File} ({Reason})")]
    public static partial void LeafIssued(ILogger logger, string file, string reason);

    [LoggerMessage(LogLevel.Information, "Client certificates are judged by the CAs now in {File}")]
    private static partial void ClientCasLoaded(ILogger logger, string file);

    [LoggerMessage(LogLevel.Warning, "{Ca} in {File} has expired at {NotAfter:yyyy-MM-ddTHH:mm:ssZ}; the clients that it vouches for are refused: replace it")]
    private static partial void ClientCaExpired(ILogger logger, string ca, string file, DateTimeOffset notAfter);

    [LoggerMessage(LogLevel.Information, "Serving with the certificate {Thumbprint} for {Names}, valid until {NotAfter:yyyy-MM-ddTHH:mm:ssZ}")]
    private static partial void Serving(ILogger logger, string thumbprint, string names, DateTimeOffset notAfter);

    [LoggerMessage(LogLevel.Warning, "The certificate in {File} has expired at {NotAfter:yyyy-MM-ddTHH:mm:ssZ}; clients will refuse it until it is replaced")]
    private static partial void Expired(ILogger logger, string file, DateTimeOffset notAfter);

    [LoggerMessage(LogLevel.Warning, "The certificate in {File} is not valid before {NotBefore:yyyy-MM-ddTHH:mm:ssZ}; clients will refuse it until then, or this machine's clock is slow")]
    private static partial void NotYetValid(ILogger logger, string file, DateTimeOffset notBefore);

    [LoggerMessage(LogLevel.Warning, "The certificate in {File} has no subject alternative name; an API server will refuse it: issue one for the names that clients call")]
    private static partial void Nameless(ILogger logger, string file);
}
