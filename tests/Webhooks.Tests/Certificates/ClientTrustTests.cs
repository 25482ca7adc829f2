using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class ClientTrustTests
{
    private static readonly TestAuthority Root = TestAuthority.Root();

    [Fact]
    public void Nothing_but_the_bundle_is_trusted_and_nothing_is_fetched()
    {
        X509ChainPolicy policy = Read($"{Root.Pem}\n{Root.Intermediate().Pem}");
        Assert.Equal(X509ChainTrustMode.CustomRootTrust, policy.TrustMode);
        Assert.Equal(2, policy.CustomTrustStore.Count);
        Assert.Equal([Oids.ClientAuthentication], policy.ApplicationPolicy.Cast<Oid>().Select(oid => oid.Value));
        Assert.Equal(X509VerificationFlags.NoFlag, policy.VerificationFlags);
        Assert.True(policy.DisableCertificateDownloads);
        Assert.True(policy.VerificationTimeIgnored);
    }

    [Fact]
    public void A_leaf_in_the_bundle_is_refused()
    {
        using X509Certificate2 leaf = Root.Issue(new TestLeaf { CommonName = "me" });
        Refused($"{Root.Pem}\n{leaf.ExportCertificatePem()}", "ca.crt: CN=me is no CA; --client-ca takes the certificates of those who issue");
    }

    [Fact]
    public void A_bundle_without_a_root_is_refused() =>
        Refused(Root.Intermediate().Pem, "ca.crt: holds intermediate CAs only; add the root that issued them");

    [Fact]
    public void An_empty_bundle_is_refused() => Refused("", "ca.crt: is empty; put a PEM file there");

    private static X509ChainPolicy Read(string text) => ClientTrust.Read(new("ca.crt", text));

    private static void Refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<CertificateException>(() => Read(text)).Message);
}
