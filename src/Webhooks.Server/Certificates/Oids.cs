namespace Webhooks.Server.Certificates;

/// <summary>Object identifiers of X.509 (RFC 5280).</summary>
internal static class Oids
{
    public const string CommonName = "2.5.4.3";
    public const string AnyPurpose = "2.5.29.37.0";
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
}
