namespace Webhooks.Server.Certificates;

/// <summary>What the command line says about TLS.</summary>
internal sealed record TlsSettings
{
    /// <summary><c>--tls-cert</c>: PEM, the leaf first, then its chain.</summary>
    public string? CertificateFile { get; init; }

    /// <summary><c>--tls-key</c>: PEM; when absent, the key stands in <see cref="CertificateFile"/>.</summary>
    public string? KeyFile { get; init; }

    /// <summary><c>--tls-self-signed</c>: where a CA and a certificate are made and kept, instead of the two files.</summary>
    public string? SelfSignedFolder { get; init; }

    /// <summary><c>--tls-san</c>: DNS names and IP addresses for the self-signed certificate, beside those that it has anyway.</summary>
    public IReadOnlyList<string> SelfSignedNames { get; init; } = [];

    /// <summary><c>--client-ca</c>: PEM, the CAs one of which must have issued a client's certificate; when absent, clients need none.</summary>
    public string? ClientCaFile { get; init; }

    /// <summary><c>--client-name</c>: who of those is let in; when empty, all are.</summary>
    public IReadOnlyList<string> ClientNames { get; init; } = [];

    /// <summary>What does not go together, one line each; empty when all does.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        if (SelfSignedFolder is null && CertificateFile is null)
        {
            problems.Add("no certificate to serve with: give --tls-cert and --tls-key, or --tls-self-signed DIR to try things out");
        }

        if (SelfSignedFolder is not null && (CertificateFile ?? KeyFile) is not null)
        {
            problems.Add("--tls-self-signed makes its own certificate: leave out either it or --tls-cert and --tls-key");
        }

        if (SelfSignedFolder is null && SelfSignedNames.Count > 0)
        {
            problems.Add("--tls-san names what a self-signed certificate is for: it needs --tls-self-signed");
        }

        if (ClientCaFile is null && ClientNames.Count > 0)
        {
            problems.Add("--client-name chooses among verified clients: it needs --client-ca");
        }

        return problems;
    }
}
