using System.Security.Cryptography;

namespace Webhooks.Shared;

/// <summary>What a test wants issued; without more, a server's certificate that is good for localhost.</summary>
internal sealed record TestLeaf
{
    public string CommonName { get; init; } = "test";

    /// <summary>The group that Kubernetes takes a client for; <c>null</c>: none.</summary>
    public string? Organization { get; init; }

    public IReadOnlyList<string> DnsNames { get; init; } = ["localhost"];

    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Extended key usages; without any, the extension is left out.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [TestAuthority.ServerPurpose];

    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.UtcNow.AddHours(-1);

    public DateTimeOffset NotAfter { get; init; } = DateTimeOffset.UtcNow.AddDays(30);

    /// <summary>RSA or ECDSA; without one, a new ECDSA key.</summary>
    public AsymmetricAlgorithm? Key { get; init; }
}
