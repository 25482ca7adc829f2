using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public sealed class AuthenticatorTests : IDisposable
{
    private const string Unauthorized =
        """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}""";

    private readonly AccessControl _access = new(new StoredObjects(), new ManualTime(), new TokenOptions());

    public void Dispose() => _access.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic eDp5")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer  x")]
    [InlineData("xBearer x")]
    public void Who_shows_no_credentials_is_anonymous(string? authorization) =>
        Assert.Same(Caller.Anonymous, _access.Authenticator.Authenticate(authorization, null));

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("bearer nonsense")]
    [InlineData("  BEARER nonsense and more")]
    public void A_token_that_nobody_knows_is_refused(string authorization) =>
        Assert.Equal(Unauthorized, Callers.Refused(() => _access.Authenticator.Authenticate(authorization, null)));

    [Theory]
    [InlineData("CN=jane, O=team", "jane", "team system:authenticated")]
    [InlineData("O=a, O=b, CN=jane", "jane", "a b system:authenticated")]
    [InlineData("CN=admin, O=system:masters", "admin", "system:masters system:authenticated")]
    [InlineData("CN=first, CN=last", "last", "system:authenticated")]
    [InlineData("CN=Jürgen", "Jürgen", "system:authenticated")]
    public void A_certificate_names_user_and_groups(string subject, string name, string groups)
    {
        using X509Certificate2 certificate = Issue(new X500DistinguishedName(subject, X500DistinguishedNameFlags.UseUTF8Encoding));

        Caller caller = _access.Authenticator.Authenticate("Bearer x", certificate);

        Assert.Equal(name, caller.Name);
        Assert.Equal(groups, string.Join(' ', caller.Groups));
        Assert.Equal($"X509SHA256={Convert.ToHexStringLower(SHA256.HashData(certificate.RawData))}", Assert.Single(caller.Extra["authentication.kubernetes.io/credential-id"]));
    }

    [Fact]
    public void Names_beside_each_other_in_one_part_count_too()
    {
        AsnWriter name = new(AsnEncodingRules.DER);
        using (name.PushSequence())
        using (name.PushSetOf())
        {
            Write(name, "2.5.4.3", "jane");
            Write(name, "2.5.4.10", "team");
        }

        using X509Certificate2 certificate = Issue(new X500DistinguishedName(name.Encode()));

        Assert.Equal("team system:authenticated", string.Join(' ', _access.Authenticator.Authenticate(null, certificate).Groups));
    }

    [Fact]
    public void A_certificate_without_a_common_name_is_none()
    {
        using X509Certificate2 certificate = Issue(new X500DistinguishedName("O=system:masters"));

        Assert.Same(Caller.Anonymous, _access.Authenticator.Authenticate(null, certificate));
        Assert.Equal(Unauthorized, Callers.Refused(() => _access.Authenticator.Authenticate("Bearer x", certificate)));
    }

    private static void Write(AsnWriter name, string type, string value)
    {
        using (name.PushSequence())
        {
            name.WriteObjectIdentifier(type);
            name.WriteCharacterString(UniversalTagNumber.PrintableString, value);
        }
    }

    private static X509Certificate2 Issue(X500DistinguishedName subject)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
    }
}
