using System.CommandLine;
using System.CommandLine.Parsing;
using Webhooks.Server.Certificates;

namespace Webhooks.Server.CommandLine;

/// <summary>The options about certificates.</summary>
internal sealed class TlsFlags
{
    private readonly Option<string?> _certificate = new("--tls-cert")
    {
        Description = "PEM file with the server's certificate, then those between it and its CA.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _key = new("--tls-key")
    {
        Description = "PEM file with its private key: RSA or ECDSA, not encrypted.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _selfSigned = new("--tls-self-signed")
    {
        Description = "Instead of these: make a CA and a certificate in this folder, keep them there and renew in time.",
        HelpName = "DIR",
    };

    private readonly Option<string[]> _names = new("--tls-san")
    {
        Description = "Further names and IP addresses for the certificate of --tls-self-signed, beside localhost and this host's.",
        HelpName = "NAME,…",
    };

    private readonly Option<string?> _clientCa = new("--client-ca")
    {
        Description = "PEM file of CAs: clients must present a certificate for client authentication that one of them issued.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _clientNames = new("--client-name")
    {
        Description = "Common names or DNS names of which a client's certificate must bear one. [default: any]",
        HelpName = "NAME,…",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_certificate, _key, _selfSigned, _names, _clientCa, _clientNames])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            foreach (string problem in Read(result).Problems())
            {
                result.AddError(problem);
            }
        });
    }

    public TlsSettings Read(ParseResult parsed) => Read(parsed.CommandResult);

    private TlsSettings Read(CommandResult parsed) => new()
    {
        CertificateFile = parsed.GetValue(_certificate),
        KeyFile = parsed.GetValue(_key),
        SelfSignedFolder = parsed.GetValue(_selfSigned),
        SelfSignedNames = [.. CommaList.Split(parsed.GetValue(_names))],
        ClientCaFile = parsed.GetValue(_clientCa),
        ClientNames = [.. CommaList.Split(parsed.GetValue(_clientNames))],
    };
}
