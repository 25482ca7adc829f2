using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class CertificateIssuerTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly X509Certificate2 Authority = CertificateIssuer.IssueAuthority("some CA", Now, TimeSpan.FromDays(3652));
    private static readonly X509Certificate2 Leaf = Issue(["localhost", "*.svc.example", "127.0.0.1", "::1"]);

    [Fact]
    public void A_ca_issues_leaves_and_no_other_ca()
    {
        X509BasicConstraintsExtension constraints = Assert.Single(Authority.Extensions.OfType<X509BasicConstraintsExtension>());
        Assert.True(constraints is { Critical: true, CertificateAuthority: true, HasPathLengthConstraint: true, PathLengthConstraint: 0 });
        X509KeyUsageExtension usage = Assert.Single(Authority.Extensions.OfType<X509KeyUsageExtension>());
        Assert.True(usage.Critical);
        Assert.True(usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign));
        Assert.Equal("CN=some CA", Authority.Subject);
    }

    [Fact]
    public void A_leaf_is_for_servers_and_issues_nothing()
    {
        X509BasicConstraintsExtension constraints = Assert.Single(Leaf.Extensions.OfType<X509BasicConstraintsExtension>());
        Assert.True(constraints is { Critical: true, CertificateAuthority: false });
        X509EnhancedKeyUsageExtension purposes = Assert.Single(Leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>());
        Assert.Equal([Oids.ServerAuthentication], purposes.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value));
        Assert.Equal(X509KeyUsageFlags.DigitalSignature, Assert.Single(Leaf.Extensions.OfType<X509KeyUsageExtension>()).KeyUsages);
    }

    [Fact]
    public void A_leaf_has_its_names() => Assert.Equal(["localhost", "*.svc.example", "127.0.0.1", "::1"], SubjectNames.OfServer(Leaf));

    [Fact]
    public void A_leaf_chains_to_its_ca_and_says_by_which_key()
    {
        Assert.Equal(
            Assert.Single(Authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>()).SubjectKeyIdentifierBytes.ToArray(),
            Assert.Single(Leaf.Extensions.OfType<X509AuthorityKeyIdentifierExtension>()).KeyIdentifier!.Value.ToArray());
        Assert.Single(Leaf.Extensions.OfType<X509SubjectKeyIdentifierExtension>());
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = Now.UtcDateTime;
        Assert.True(chain.Build(Leaf));
    }

    [Fact]
    public void Slow_clocks_are_allowed_for() =>
        Assert.Equal(
            [new(Now.AddMinutes(-5), Now.AddDays(3652)), new(Now.AddMinutes(-5), Now.AddDays(90))],
            [Validity.Of(Authority), Validity.Of(Leaf)]);

    [Fact]
    public void A_leaf_is_valid_no_longer_than_its_ca()
    {
        using X509Certificate2 shortlived = CertificateIssuer.IssueAuthority("short", Now, TimeSpan.FromDays(3));
        using X509Certificate2 leaf = CertificateIssuer.IssueServing(shortlived, "leaf", ["localhost"], Now.AddDays(1), TimeSpan.FromDays(90));
        Assert.Equal(new Validity(Now.AddDays(1).AddMinutes(-5), Now.AddDays(3)), Validity.Of(leaf));
    }

    [Fact]
    public void Keys_are_ecdsa_on_P_256_and_never_twice_the_same()
    {
        using X509Certificate2 another = Issue(["localhost"]);
        Assert.Equal(256, another.GetECDsaPrivateKey()!.KeySize);
        Assert.NotEqual(another.GetPublicKey(), Leaf.GetPublicKey());
        Assert.NotEqual(another.SerialNumber, Leaf.SerialNumber);
        Assert.Equal(32, Leaf.SerialNumber.Length);
    }

    private static X509Certificate2 Issue(IReadOnlyList<string> names) =>
        CertificateIssuer.IssueServing(Authority, "leaf", names, Now, TimeSpan.FromDays(90));
}
