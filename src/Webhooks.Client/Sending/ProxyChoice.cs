using Webhooks.Client.Configuration;

namespace Webhooks.Client.Sending;

/// <summary>Says which proxy to go through, as kubectl does: <c>proxy-url</c>, else what the environment says.</summary>
internal static class ProxyChoice
{
    /// <returns><c>null</c>: none.</returns>
    /// <exception cref="ConfigurationException">A variable names one that can't be.</exception>
    public static Uri? For(ClientOptions options, ConfigurationSources sources)
    {
        if (options.Proxy is { } named)
        {
            return named;
        }

        string name = options.Server.Scheme == "https" ? "HTTPS_PROXY" : "HTTP_PROXY";
        (string variable, string value) = Variable(name, sources);
        return value.Length == 0 || !new ProxyExceptions(Variable("NO_PROXY", sources).Value).Applies(options.Server.IdnHost, options.Server.Port)
            ? null
            : Parse(variable, value);
    }

    // curl's custom, and Go's: in capitals first.
    private static (string Variable, string Value) Variable(string name, ConfigurationSources sources) => sources.VariableOrEmpty(name) is { Length: > 0 } value
        ? (name, value)
        : (name.ToLowerInvariant(), sources.VariableOrEmpty(name.ToLowerInvariant()));

    // The value is not quoted: there may be a password in it.
    private static Uri Parse(string variable, string value) =>
        Uri.TryCreate(value.Contains("://", StringComparison.Ordinal) ? value : $"http://{value}", UriKind.Absolute, out Uri? proxy)
            && proxy.Scheme is "http" or "https" or "socks5" or "socks5h" && proxy!.Host.Length > 0
            ? proxy.Scheme == "socks5h" ? new UriBuilder(proxy) { Scheme = "socks5" }.Uri : proxy
            : throw new ConfigurationException($"{variable}: this is no address of a proxy; write one of http, https or socks5, such as http://proxy:3128");
}
