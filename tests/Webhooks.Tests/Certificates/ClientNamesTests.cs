using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class ClientNamesTests
{
    private static readonly TestAuthority Authority = TestAuthority.Root();

    [Theory]
    [InlineData("kube-apiserver", true)]
    [InlineData("Kube-Apiserver", false)]
    [InlineData("kube", false)]
    [InlineData("api.example.com", true)]
    [InlineData("API.example.com", true)]
    [InlineData("other.example.com", true)]
    [InlineData("example.com", false)]
    [InlineData("a.wild.example.com", false)]
    [InlineData("*.wild.example.com", true)]
    [InlineData("CN=kube-apiserver", false)]
    [InlineData("192.0.2.7", false)]
    public void A_client_is_known_by_its_common_name_or_a_dns_name(string allowed, bool expected)
    {
        using X509Certificate2 client = Authority.Issue(new TestLeaf
        {
            CommonName = "kube-apiserver",
            DnsNames = ["api.example.com", "Other.example.com", "*.wild.example.com"],
            Addresses = ["192.0.2.7"],
        });
        Assert.Equal(expected, new ClientNames(["nobody", allowed]).Allows(client));
    }

    [Fact]
    public void An_empty_list_lets_everybody_in()
    {
        using X509Certificate2 client = Authority.Issue(new TestLeaf { DnsNames = [] });
        Assert.True(new ClientNames([]).Allows(client));
        Assert.False(new ClientNames(["x"]).Allows(client));
    }

    [Theory]
    [InlineData("O=admin")] // .NET's simple name would be this
    [InlineData("CN=admin, CN=other")]
    [InlineData("CN=other, CN=admin")]
    [InlineData("")]
    public void A_subject_without_one_common_name_has_none(string subject)
    {
        using X509Certificate2 client = SelfSigned(subject);
        Assert.Null(SubjectNames.CommonName(client));
        Assert.False(new ClientNames(["admin"]).Allows(client));
    }

    [Fact]
    public void A_common_name_that_shares_its_place_is_none()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // O=x + CN=admin in one set.
        X500DistinguishedName subject = new([0x30, 0x1A, 0x31, 0x18, 0x30, 8, 6, 3, 0x55, 4, 10, 12, 1, 0x78, 0x30, 12, 6, 3, 0x55, 4, 3, 12, 5, .. "admin"u8]);
        using X509Certificate2 client = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Assert.False(new ClientNames(["admin"]).Allows(client));
    }

    [Fact]
    public void Alternative_names_that_nobody_can_decode_are_not_in_the_list()
    {
        using X509Certificate2 client = SelfSigned("CN=other", new X509Extension("2.5.29.17", [0x30, 0x05, 0x01], critical: false));
        Assert.False(new ClientNames(["admin"]).Allows(client));
    }

    private static X509Certificate2 SelfSigned(string subject, params X509Extension[] extensions)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        Array.ForEach(extensions, request.CertificateExtensions.Add);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
