using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Sandbox.Access.Authentication;

/// <summary>Whom a client certificate names: its common name is the user, its organizations are the groups.</summary>
internal static class ClientCertificate
{
    private const string CommonName = "2.5.4.3";
    private const string Organization = "2.5.4.10";

    /// <summary>The user; <c>null</c> when the certificate has no common name. Whether it is to be trusted is the listener's to check.</summary>
    public static Caller? Read(X509Certificate2 certificate)
    {
        string name = "";
        ImmutableArray<string>.Builder groups = ImmutableArray.CreateBuilder<string>();
        foreach ((string type, string value) in Attributes(certificate.SubjectName.RawData))
        {
            switch (type)
            {
                // As in Go's pkix.Name, the last one counts.
                case CommonName:
                    name = value;
                    break;
                case Organization:
                    groups.Add(value);
                    break;
            }
        }

        return name.Length == 0
            ? null
            : new Caller(name) { Groups = groups.ToImmutable() }
                .WithExtra(SystemNames.CredentialId, $"X509SHA256={Convert.ToHexStringLower(SHA256.HashData(certificate.RawData))}");
    }

    // Name ::= SEQUENCE OF SET OF SEQUENCE { type OID, value string }; RFC 5280, 4.1.2.4.
    private static IEnumerable<(string Type, string Value)> Attributes(byte[] name)
    {
        AsnReader sequence = new AsnReader(name, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            AsnReader set = sequence.ReadSetOf(skipSortOrderValidation: true);
            while (set.HasData)
            {
                AsnReader attribute = set.ReadSequence();
                string type = attribute.ReadObjectIdentifier();
                if (type is CommonName or Organization)
                {
                    yield return (type, attribute.ReadCharacterString((UniversalTagNumber)attribute.PeekTag().TagValue));
                }
            }
        }
    }
}
