using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Client.Configuration;

namespace Webhooks.Client.Sending;

/// <summary>Makes what holds the sockets: HTTP/2 where the server has it, else HTTP/1.1; through a proxy where one is set.</summary>
/// <param name="options">The server.</param>
/// <param name="proxy">The proxy; <c>null</c> for none.</param>
/// <param name="settings">The limits.</param>
internal sealed class HandlerFactory(ClientOptions options, Uri? proxy, ApiConnectionSettings settings)
{
    private readonly string _name = ServerTls.NameOf(options);
    private readonly HostHeader _host = new(options.Server.Authority);

    public SocketsHttpHandler Make(X509Certificate2Collection? trusted, SslStreamCertificateContext? identity) => new()
    {
        // Where a redirection leads, there credentials would go as well. API servers send none.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = options.DisableCompression ? DecompressionMethods.None : DecompressionMethods.GZip,
        ConnectTimeout = settings.Limits.Connect,
        PooledConnectionLifetime = settings.ConnectionLifetime,
        MaxConnectionsPerServer = settings.MaxConnections,
        EnableMultipleHttp2Connections = true,

        // As client-go: a connection that died without a word is known for it after 45 s.
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,

        // An answer that nobody reads to its end is not worth more than this.
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(500),
        RequestHeaderEncodingSelector = EncodingOf,
        UseProxy = proxy is not null,
        Proxy = proxy is null ? null : ProxyOf(proxy),
        SslOptions = ServerTls.Options(trusted, options.InsecureSkipTlsVerify, identity),
        ConnectCallback = proxy is null && _name.Length > 0
            ? new NamedServer(_name, () => ServerTls.Options(trusted, options.InsecureSkipTlsVerify, identity)).ConnectAsync
            : null,
    };

    private HeaderEncoding? EncodingOf(string header, HttpRequestMessage message) =>
        header.StartsWith(ImpersonationHeaders.Prefix, StringComparison.Ordinal) ? new RepeatedHeader(header)
        : header == HostHeader.Name ? _host
        : null;

    private static WebProxy ProxyOf(Uri address)
    {
        WebProxy proxy = new(new UriBuilder(address) { UserName = "", Password = "" }.Uri);
        if (address.UserInfo.Length > 0)
        {
            string[] parts = address.UserInfo.Split(':', 2);
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        return proxy;
    }
}
