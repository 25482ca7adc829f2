using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>When a certificate is valid, in UTC, both ends included.</summary>
internal readonly record struct Validity(DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>That of a certificate.</summary>
    public static Validity Of(X509Certificate2 certificate) =>
        new(new(certificate.NotBefore.ToUniversalTime()), new(certificate.NotAfter.ToUniversalTime()));

    /// <summary>Whether the certificate is valid at a time.</summary>
    public bool Holds(DateTimeOffset now) => NotBefore <= now && now <= NotAfter;

    /// <summary>Whether less than a third of the time is left: a server that renews then has weeks to mend what keeps it from renewing.</summary>
    public bool IsNearItsEnd(DateTimeOffset now) => NotAfter - now < (NotAfter - NotBefore) / 3;
}
