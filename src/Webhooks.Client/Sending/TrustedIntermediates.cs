using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Client.Sending;

/// <summary>
/// Lets a chain end at a certificate that is trusted and no root, as Go does; the runtime follows it on to a root. It decides
/// about nothing else: name, dates, purpose and signatures are what the runtime found them to be.
/// </summary>
/// <param name="trusted">What is trusted.</param>
internal sealed class TrustedIntermediates(X509Certificate2Collection trusted)
{
    /// <summary>Whether there is one among what is trusted.</summary>
    public static bool AreAmong(X509Certificate2Collection trusted) =>
        trusted.Any(one => !one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData));

    /// <summary>Whether a server is trusted: nothing was wrong, or just that the chain ends here.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors is not SslPolicyErrors.RemoteCertificateChainErrors || chain is null)
        {
            return errors is SslPolicyErrors.None;
        }

        return chain.ChainStatus.Length > 0
            && chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.PartialChain)
            && chain.ChainElements.LastOrDefault() is { } end
            && trusted.Any(one => one.RawDataMemory.Span.SequenceEqual(end.Certificate.RawDataMemory.Span));
    }
}
