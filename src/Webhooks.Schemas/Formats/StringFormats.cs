using System.Collections.Frozen;
using Webhooks.Resources.Names;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Formats;

/// <summary>The formats that an API server of 1.36 checks, each as Go's libraries read it. Any other counts as none.</summary>
internal static class StringFormats
{
    private static readonly FrozenDictionary<string, Func<string, bool>> Known = new Dictionary<string, Func<string, bool>>
    {
        ["bsonobjectid"] = Identifiers.IsObjectId,
        ["uri"] = RequestUri.IsWellFormed,
        ["email"] = MailAddress.IsWellFormed,
        ["hostname"] = HostName.IsWellFormed,
        ["ipv4"] = Addresses.IsV4,
        ["ipv6"] = Addresses.IsV6,
        ["cidr"] = Addresses.IsCidr,
        ["mac"] = Addresses.IsMac,
        ["uuid"] = Identifiers.IsUuid,
        ["uuid3"] = text => Identifiers.IsUuid(text, '3'),
        ["uuid4"] = text => Identifiers.IsUuid(text, '4'),
        ["uuid5"] = text => Identifiers.IsUuid(text, '5'),
        ["isbn"] = text => BookNumbers.IsIsbn10(text) || BookNumbers.IsIsbn13(text),
        ["isbn10"] = BookNumbers.IsIsbn10,
        ["isbn13"] = BookNumbers.IsIsbn13,
        ["creditcard"] = Identifiers.IsCreditCard,
        ["ssn"] = Identifiers.IsSocialSecurity,
        ["hexcolor"] = Colors.IsHex,
        ["rgbcolor"] = Colors.IsRgb,
        ["byte"] = Base64Text.IsWellFormed,
        ["password"] = _ => true,
        ["date"] = Times.IsDate,
        ["duration"] = Times.IsDuration,
        ["date-time"] = Times.IsDateTime,
        ["datetime"] = Times.IsDateTime,
        ["k8s-short-name"] = text => DnsLabel.Problems(text).Count == 0,
        ["k8sshortname"] = text => DnsLabel.Problems(text).Count == 0,
        ["k8s-long-name"] = text => DnsSubdomain.Problems(text).Count == 0,
        ["k8slongname"] = text => DnsSubdomain.Problems(text).Count == 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The format of a schema that is checked; empty where there is none, or one that is not known for the schema's type.</summary>
    public static string Effective(Schema schema)
    {
        string? format = schema.Format;
        return string.IsNullOrEmpty(format) || !IsRecognized(schema.Extensions.IsIntOrString ? SchemaType.None : schema.Type, format) ? "" : format;
    }

    /// <summary>The format of a schema that is not known for its type, whatever x-kubernetes-int-or-string says; <c>null</c> for none.</summary>
    public static string? Unrecognized(Schema schema) =>
        !string.IsNullOrEmpty(schema.Format) && !IsRecognized(schema.Type, schema.Format) ? schema.Format : null;

    /// <summary>What a text must be for that format; <c>null</c> for a format that texts are not checked against.</summary>
    public static Func<string, bool>? Find(string format) => format.Length == 0 ? null
        : Known.GetValueOrDefault(format) ?? (format.Contains('-', StringComparison.Ordinal) ? Known.GetValueOrDefault(Normalize(format)) : null);

    private static bool IsRecognized(SchemaType type, string format) => type switch
    {
        SchemaType.None or SchemaType.String => Find(format) != null,
        SchemaType.Integer => format is "int32" or "int64",
        SchemaType.Number => format is "float" or "double",
        _ => false,
    };

    private static string Normalize(string format) => format.Replace("-", "", StringComparison.Ordinal);
}
