using System.Globalization;
using System.Text;

namespace Webhooks.Client.Configuration;

/// <summary>What Kubernetes tells a pod about its API server: two variables, and the files of its ServiceAccount.</summary>
public static class InClusterConfiguration
{
    private const string HostVariable = "KUBERNETES_SERVICE_HOST";
    private const string PortVariable = "KUBERNETES_SERVICE_PORT";

    /// <summary>Whether this is a pod with a ServiceAccount's token.</summary>
    /// <param name="sources">Default: <see cref="ConfigurationSources.OfProcess"/>.</param>
    public static bool IsPossible(ConfigurationSources? sources = null)
    {
        sources ??= ConfigurationSources.OfProcess;
        return sources.VariableOrEmpty(HostVariable).Length > 0 && sources.VariableOrEmpty(PortVariable).Length > 0 &&
            sources.Problem(PathOf("token", sources), out _) is null;
    }

    /// <summary>
    /// Says how to reach the API server from here. Token and authority are given as files, which kubelet replaces. The
    /// namespace is <c>POD_NAMESPACE</c>, else the ServiceAccount's, else <c>default</c>.
    /// </summary>
    /// <param name="sources">Default: <see cref="ConfigurationSources.OfProcess"/>.</param>
    /// <exception cref="ConfigurationException">This is no pod, or one without a ServiceAccount's token.</exception>
    public static ClientOptions Read(ConfigurationSources? sources = null)
    {
        sources ??= ConfigurationSources.OfProcess;
        Uri server = Server(sources.VariableOrEmpty(HostVariable), sources.VariableOrEmpty(PortVariable));
        string token = PathOf("token", sources);
        if (sources.Problem(token, out _) is { } problem)
        {
            throw new ConfigurationException($"{token}: {problem}, or give the pod its ServiceAccount's token (automountServiceAccountToken)");
        }

        string authority = PathOf("ca.crt", sources);
        bool isKnown = sources.Problem(authority, out _) is null;
        return new ClientOptions
        {
            Server = server,
            Namespace = Namespace(sources),
            CertificateAuthority = isKnown ? new PemSource.OfFile(authority) : null,
            Credentials = new ClientCredentials(null, new BearerToken(null, token), null),
            Warnings = isKnown ? [] : [$"{authority}: it can't be read; the API server must show a certificate that the system trusts"],
        };
    }

    private static Uri Server(string host, string port)
    {
        if (host.Length == 0 || port.Length == 0)
        {
            throw new ConfigurationException($"this is no pod of a cluster: {HostVariable} and {PortVariable} are not set; name a kubeconfig file by --kubeconfig or KUBECONFIG");
        }

        string address = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        return ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number) && number > 0 &&
            Uri.CheckHostName(host) != UriHostNameType.Unknown && Uri.TryCreate($"https://{address}:{number}", UriKind.Absolute, out Uri? server)
            ? server
            : throw new ConfigurationException($"{HostVariable} and {PortVariable} are no address; Kubernetes sets them to such as 10.96.0.1 and 443");
    }

    private static string Namespace(ConfigurationSources sources)
    {
        if (sources.VariableOrEmpty("POD_NAMESPACE") is { Length: > 0 } given)
        {
            return given;
        }

        return sources.Problem(PathOf("namespace", sources), out byte[]? content) is null && Encoding.UTF8.GetString(content!).Trim() is { Length: > 0 } own
            ? own
            : "default";
    }

    private static string PathOf(string file, ConfigurationSources sources) => Path.Combine(sources.ServiceAccountFolder, file);
}
