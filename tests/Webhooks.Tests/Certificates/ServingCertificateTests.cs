using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class ServingCertificateTests
{
    private const string Unfit = "tls.key: the private key is damaged or neither RSA nor ECDSA; issue the certificate with a key of one of these kinds";

    private static readonly TestAuthority Root = TestAuthority.Root();
    private static readonly TestAuthority Intermediate = Root.Intermediate();
    private static readonly X509Certificate2 Good = Intermediate.Issue(new TestLeaf { DnsNames = ["A.example", "b.example"], Addresses = ["::1"] });
    private static readonly string GoodPem = Good.ExportCertificatePem();
    private static readonly string GoodKey = TestKeys.Pkcs8(Good);

    [Fact]
    public void A_pair_tells_its_names_its_chain_and_its_validity()
    {
        ServingCertificate read = Read($"Subject: leaf\n{GoodPem}\njunk, and -----BEGIN nothing\n-----BEGIN X509 CRL-----\nAA==\n-----END X509 CRL-----\n{Intermediate.Pem}\n", GoodKey);
        Assert.Equal(Good.Thumbprint, read.Leaf.Thumbprint);
        Assert.True(read.Leaf.HasPrivateKey);
        Assert.Equal([Intermediate.Certificate.Thumbprint], read.Chain.Select(certificate => certificate.Thumbprint));
        Assert.Equal(["a.example", "b.example", "::1"], read.Names);
        Assert.Equal(Validity.Of(Good), read.Validity);
    }

    [Fact]
    public void Certificate_and_key_may_share_a_file_in_any_order()
    {
        foreach (string both in new[] { $"{GoodKey}\n{GoodPem}\n{Intermediate.Pem}", $"{GoodPem}\n{Intermediate.Pem}\r\n{GoodKey}" })
        {
            Assert.Equal(Good.Thumbprint, Read(both, both).Leaf.Thumbprint);
        }
    }

    [Fact]
    public void Parameters_before_an_elliptic_key_are_no_key() =>
        Read(GoodPem, $"-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n{TestKeys.Sec1(Good)}");

    [Fact]
    public void A_certificate_without_stated_purpose_or_for_any_serves()
    {
        foreach (string[] purposes in new string[][] { [], [Oids.AnyPurpose], [Oids.ClientAuthentication, Oids.ServerAuthentication] })
        {
            using X509Certificate2 leaf = Root.Issue(new TestLeaf { Purposes = purposes });
            Assert.Equal(leaf.Thumbprint, Read(leaf.ExportCertificatePem(), TestKeys.Pkcs8(leaf)).Leaf.Thumbprint);
        }
    }

    [Fact]
    public void One_for_clients_alone_is_refused()
    {
        using X509Certificate2 leaf = Root.Issue(new TestLeaf { Purposes = [Oids.ClientAuthentication] });
        Refused(leaf.ExportCertificatePem(), TestKeys.Pkcs8(leaf), "tls.crt: the certificate is not for servers; issue one with the extended key usage serverAuth");
    }

    [Fact]
    public void A_weak_key_is_refused_before_clients_do()
    {
        using RSA weak = RSA.Create(1024);
        using X509Certificate2 leaf = Root.Issue(new TestLeaf { Key = weak });
        Refused(leaf.ExportCertificatePem(), TestKeys.Pkcs1(leaf), "tls.crt: an RSA key of 1024 bits is too weak for TLS; use 2048 or more, or ECDSA");
    }

    [Fact]
    public void A_key_of_another_certificate_is_refused()
    {
        using X509Certificate2 other = Root.Issue(new TestLeaf());
        using X509Certificate2 rsa = Root.Issue(new TestLeaf { Key = TestKeys.Rsa });
        foreach (X509Certificate2 wrong in new[] { other, rsa })
        {
            Refused(GoodPem, TestKeys.Pkcs8(wrong), "tls.crt: the first certificate is not that of the private key: the key in tls.key belongs to another; replace both files together");
        }
    }

    [Fact]
    public void A_key_on_a_curve_that_nobody_knows_is_refused()
    {
        using ECDsa key = Good.GetECDsaPrivateKey()!;
        Refused(GoodPem, PemEncoding.WriteString("PRIVATE KEY", OnUnknownCurve(key.ExportPkcs8PrivateKey())), Unfit);
        Refused(GoodPem, PemEncoding.WriteString("EC PRIVATE KEY", OnUnknownCurve(key.ExportECPrivateKey())), Unfit);
    }

    [Fact]
    public void A_chain_with_the_leaf_last_is_refused_with_its_remedy() =>
        Refused($"{Intermediate.Pem}\n{GoodPem}", GoodKey, "tls.crt: the first certificate is not that of the private key: it is that of a later one; put that one first, then its issuers");

    [Fact]
    public void An_encrypted_key_is_refused()
    {
        string[] encrypted =
        [
            TestKeys.Encrypted(Good),
            "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\nAAAA\n-----END EC PRIVATE KEY-----\n",
        ];
        foreach (string key in encrypted)
        {
            Refused(GoodPem, key, "tls.key: the private key is encrypted; store it without a passphrase (openssl pkey -in tls.key -out plain.key)");
        }
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n")] // Ed25519, RFC 8410
    public void A_key_that_is_damaged_or_of_another_kind_is_refused(string key) =>
        Refused(GoodPem, key, Unfit);

    [Fact]
    public void A_file_without_a_key_or_without_a_certificate_is_refused()
    {
        Refused(GoodPem, GoodPem, "tls.key: holds no private key; name the file that has BEGIN PRIVATE KEY");
        Refused(GoodKey, GoodKey, "tls.crt: holds no certificate; name the file that has BEGIN CERTIFICATE");
        Refused("hello", GoodKey, "tls.crt: holds no certificate; name the file that has BEGIN CERTIFICATE");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        Refused("", GoodKey, "tls.crt: is empty; put a PEM file there");
        Refused(GoodPem, " \n", "tls.key: is empty; put a PEM file there");
    }

    [Fact]
    public void A_certificate_that_is_no_certificate_is_refused() =>
        Refused($"{GoodPem}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", GoodKey, "tls.crt: certificate 2 can't be decoded; write the file again");

    [Fact]
    public void A_purpose_that_nobody_can_decode_is_refused()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=x", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509Extension("2.5.29.37", [0x30, 0x05, 0x01], critical: false));
        using X509Certificate2 leaf = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        CertificateException failure = Assert.Throws<CertificateException>(() => Read(leaf.ExportCertificatePem(), TestKeys.Pkcs8(leaf)));
        Assert.StartsWith("tls.crt: TLS can't use the certificate: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_half_of_a_file_is_taken_for_the_whole()
    {
        string whole = $"{GoodPem}\n{Intermediate.Pem}";
        for (int length = GoodPem.Length + 20; length < whole.Length; length++)
        {
            CertificateException failure = Assert.Throws<CertificateException>(() => Read(whole[..length], GoodKey));
            Assert.StartsWith("tls.crt: the block BEGIN CERTIFICATE in line ", failure.Message, StringComparison.Ordinal);
        }

        for (int length = 0; length < GoodKey.Length; length++)
        {
            Assert.Throws<CertificateException>(() => Read(GoodPem, GoodKey[..length]));
        }
    }

    [Fact]
    public void A_damaged_block_is_found_by_its_line() =>
        Refused(
            $"{GoodPem}\n-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----",
            GoodKey,
            $"tls.crt: the block BEGIN CERTIFICATE in line {GoodPem.Count(letter => letter == '\n') + 2} is damaged or not complete; write the whole file again");

    // The last arc of P-256's identifier, 1.2.840.10045.3.1.7, becomes one that no curve has.
    private static byte[] OnUnknownCurve(byte[] key)
    {
        ReadOnlySpan<byte> curve = [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];
        key[key.AsSpan().IndexOf(curve) + curve.Length - 1] = 0x7F;
        return key;
    }

    private static ServingCertificate Read(string certificates, string key) => ServingCertificate.Read(new("tls.crt", certificates), new("tls.key", key));

    private static void Refused(string certificates, string key, string message) =>
        Assert.Equal(message, Assert.Throws<CertificateException>(() => Read(certificates, key)).Message);
}
