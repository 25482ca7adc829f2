using System.Text;
using Webhooks.Client.Configuration;

namespace Webhooks.Tests.Client.Configuration;

/// <summary>All of the options, secrets included, one a line: what is not said is not printed.</summary>
internal static class OptionsText
{
    public static string Of(ClientOptions options)
    {
        StringBuilder text = new();
        void Line(string name, object? value)
        {
            if (value is not (null or "" or false))
            {
                text.Append(name).Append(": ").Append(value).Append('\n');
            }
        }

        Line("server", options.Server);
        Line("namespace", options.Namespace);
        Line("certificate authority", Pem(options.CertificateAuthority));
        Line("tls server name", options.TlsServerName);
        Line("insecure", options.InsecureSkipTlsVerify);
        Line("proxy", options.Proxy);
        Line("no compression", options.DisableCompression);
        Line("client certificate", Pem(options.Credentials.Certificate?.Certificate));
        Line("client key", Pem(options.Credentials.Certificate?.Key));
        Line("token", options.Credentials.Token?.Text);
        Line("token file", options.Credentials.Token?.File);
        if (options.Credentials.Exec is { } exec)
        {
            Line("exec", exec);
            Line("  arguments", string.Join(" | ", exec.Arguments));
            Line("  variables", string.Join(" | ", exec.Variables.Select(one => $"{one.Key}={one.Value}")));
            Line("  install hint", exec.InstallHint.ReplaceLineEndings(" "));
            Line("  is told of the cluster", exec.ProvideClusterInfo);
            Line("  config", exec.ClusterConfig);
            Line("  standard input", exec.InteractiveMode);
        }

        if (options.Impersonation is { } other)
        {
            Line("as", other.User);
            Line("  uid", other.Uid);
            Line("  groups", string.Join(" | ", other.Groups));
            Line("  extra", string.Join(" | ", other.Extra.Select(one => $"{one.Key}={string.Join(',', one.Value)}")));
        }

        foreach (string warning in options.Warnings)
        {
            Line("warning", warning);
        }

        return text.ToString();
    }

    private static string? Pem(PemSource? source) => source switch
    {
        PemSource.Inline inline => $"inline {Encoding.UTF8.GetString(inline.Text.Span).ReplaceLineEndings(" ").Trim()}",
        PemSource.OfFile file => file.Path,
        _ => null,
    };
}
