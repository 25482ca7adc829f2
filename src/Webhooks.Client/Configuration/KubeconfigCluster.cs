using Webhooks.Resources.Json;

namespace Webhooks.Client.Configuration;

/// <summary>Reads what a kubeconfig file says about a cluster.</summary>
/// <param name="cluster">The item's <c>cluster</c>.</param>
/// <param name="sources">Where the files are that it names.</param>
/// <param name="warnings">Where warnings go.</param>
internal sealed class KubeconfigCluster(KubeconfigNode cluster, ConfigurationSources sources, ICollection<string> warnings)
{
    private static readonly string[] ProxySchemes = ["http", "https", "socks5"];

    public ClientOptions Read(string @namespace)
    {
        Uri server = Server();
        bool isInsecure = cluster.Flag("insecure-skip-tls-verify");
        PemSource? authority = new KubeconfigPem(cluster, sources, warnings).Read("certificate-authority");
        if (isInsecure && authority is not null)
        {
            throw cluster.Error("insecure-skip-tls-verify", "it can't be true beside a certificate-authority; remove one of the two");
        }

        if (isInsecure)
        {
            warnings.Add($"{cluster.Place("insecure-skip-tls-verify")}: any server is trusted, and anybody on the way can read and change what is sent; set certificate-authority instead");
        }

        return new ClientOptions
        {
            Server = server,
            Namespace = @namespace.Length > 0 ? @namespace : "default",
            CertificateAuthority = authority,
            TlsServerName = cluster.Text("tls-server-name"),
            InsecureSkipTlsVerify = isInsecure,
            Proxy = Proxy(),
            DisableCompression = cluster.Flag("disable-compression"),
        };
    }

    // No message quotes an address: it may have a password in it.
    private Uri Server()
    {
        string text = cluster.Text("server").Trim();
        if (text.Length == 0)
        {
            throw cluster.Error("server", "the cluster has no address; write one such as https://10.0.0.1:6443");
        }

        // As kubectl has it, whatever else the cluster says: an address without a scheme is http.
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "http://" + text;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? server) || server.Scheme is not ("http" or "https") || server.Host.Length == 0)
        {
            throw cluster.Error("server", "this is no address; write one such as https://10.0.0.1:6443");
        }

        if (server.UserInfo.Length > 0)
        {
            throw cluster.Error("server", "an address with a user and a password: API servers take none; use a token, a client certificate or an exec plugin of the user");
        }

        return new Uri(server.GetLeftPart(UriPartial.Path));
    }

    private Uri? Proxy()
    {
        string text = cluster.Text("proxy-url");
        if (text.Length == 0)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? proxy) && ProxySchemes.Contains(proxy.Scheme) && proxy.Host.Length > 0
            ? proxy
            : throw cluster.Error("proxy-url", "it must be an address of http, https or socks5; write one such as http://proxy:3128");
    }

    /// <summary>What a cluster has for its exec plugin: the extension of that name, as JSON; empty for nothing.</summary>
    public static string ExecConfig(KubeconfigNode cluster)
    {
        JsonValue extensions = cluster.Value["extensions"];
        JsonValue found = extensions.Items().FirstOrDefault(item => item["name"].TextEquals("client.authentication.k8s.io/exec"u8))["extension"];
        return found.IsAbsent ? "" : found.ToString();
    }
}
