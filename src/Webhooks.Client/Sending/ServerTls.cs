using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Client.Configuration;

namespace Webhooks.Client.Sending;

/// <summary>How a TLS handshake with the server goes.</summary>
internal static class ServerTls
{
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";

    /// <summary>The name, or IP address, that the certificate must have; empty: the host's, or the server has none.</summary>
    public static string NameOf(ClientOptions options)
    {
        string name = options.Server.Scheme == "https" ? options.TlsServerName : "";

        // As Go, which takes an IPv6 address with and without brackets.
        return name is ['[', .. string inner, ']'] ? inner : name;
    }

    /// <param name="trusted">The roots to trust; <c>null</c>: those of the system.</param>
    /// <param name="isInsecure">Whether any server is trusted.</param>
    /// <param name="identity">The certificate to show; <c>null</c> for none.</param>
    public static SslClientAuthenticationOptions Options(X509Certificate2Collection? trusted, bool isInsecure, SslStreamCertificateContext? identity)
    {
        SslClientAuthenticationOptions options = new() { ClientCertificateContext = identity };
        if (isInsecure)
        {
#pragma warning disable CA5359 // This is what insecure-skip-tls-verify asks for, and it is logged.
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (trusted is not null)
        {
            options.CertificateChainPolicy = Trusting(trusted);
            if (TrustedIntermediates.AreAmong(trusted))
            {
                options.RemoteCertificateValidationCallback = new TrustedIntermediates(trusted).Accept;
            }
        }

        return options;
    }

    // A policy, and a callback only for what the runtime can't do: a callback decides alone, and all the runtime's checks are advice to it.
    private static X509ChainPolicy Trusting(X509Certificate2Collection trusted)
    {
        X509ChainPolicy policy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.ApplicationPolicy.Add(new Oid(ServerPurpose));
        policy.CustomTrustStore.AddRange(trusted);
        policy.ExtraStore.AddRange(trusted);
        return policy;
    }
}
