using System.Text;
using Webhooks.Client.Configuration;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Client.Credentials;

/// <summary>What a plugin printed: an <c>ExecCredential</c>.</summary>
/// <param name="token">The token; <c>null</c> for none.</param>
/// <param name="identity">The certificate; <c>null</c> for none.</param>
/// <param name="ends">When it is no longer good; <c>null</c>: when the server says so.</param>
internal sealed class PluginAnswer(string? token, ClientIdentity? identity, DateTimeOffset? ends)
{
    public string? Token => token;

    public ClientIdentity? Identity => identity;

    public DateTimeOffset? Ends => ends;

    /// <summary>Whether a server takes the two for the same.</summary>
    public bool IsSameAs(PluginAnswer other) => Token == other.Token
        && (Identity?.Context.TargetCertificate.RawDataMemory ?? default).Span.SequenceEqual((other.Identity?.Context.TargetCertificate.RawDataMemory ?? default).Span);

    /// <summary>Reads it. Messages quote nothing of it.</summary>
    /// <param name="output">What was printed.</param>
    /// <param name="version">The version that it must be of.</param>
    /// <exception cref="ConfigurationException">It is something else, or says nothing.</exception>
    public static PluginAnswer Read(ReadOnlyMemory<byte> output, string version)
    {
        using JsonTree tree = Parse(output);
        JsonValue root = tree.Root;
        if (!root["kind"].TextEquals("ExecCredential"u8) || root["apiVersion"].AsString() != version)
        {
            throw new ConfigurationException($"it printed something else than an ExecCredential of {version}; have apiVersion name the version that it prints");
        }

        JsonValue status = root["status"];
        string token = status["token"].AsString() ?? "";
        string certificate = status["clientCertificateData"].AsString() ?? "";
        string key = status["clientKeyData"].AsString() ?? "";
        if (token.Length == 0 && certificate.Length == 0 && key.Length == 0)
        {
            throw new ConfigurationException("it printed an ExecCredential without a token and without a certificate in its status; run it by hand and look");
        }

        if (certificate.Length == 0 != (key.Length == 0))
        {
            throw new ConfigurationException("it printed one of clientCertificateData and clientKeyData without the other; run it by hand and look");
        }

        ClientIdentity? identity = certificate.Length > 0 ? ClientIdentity.Read(Encoding.UTF8.GetBytes(certificate), Encoding.UTF8.GetBytes(key)) : null;
        return new PluginAnswer(token.Length > 0 ? TokenText.Read(token) : null, identity, Earlier(Time(status["expirationTimestamp"]), identity?.Ends));
    }

    private static JsonTree Parse(ReadOnlyMemory<byte> output)
    {
        try
        {
            return JsonTree.Parse(output, JsonPolicy.Server);
        }
        catch (JsonFormatException)
        {
            // Not as an inner exception: it may quote a token.
            throw new ConfigurationException("it printed something that is no JSON; it must print an ExecCredential to its standard output, and nothing else");
        }
    }

    private static DateTimeOffset? Time(JsonValue time)
    {
        if (time.IsAbsent)
        {
            return null;
        }

        return GoTime.TryParse(time.AsString() ?? "", out DateTimeOffset read)
            ? read
            : throw new ConfigurationException("it printed an expirationTimestamp that is no time of RFC 3339");
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;
}
