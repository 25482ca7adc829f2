using Microsoft.AspNetCore.Http;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class ProxyTests : IAsyncLifetime
{
    private readonly ClientCredentials _secret = new(null, new BearerToken("canary-token", null), null);
    private KestrelServer _server = null!;

    public async Task InitializeAsync() => _server = await KestrelServer.StartAsync(context => context.Response.WriteAsync("{}"));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Proxy_url_of_http_is_asked_for_a_tunnel_and_told_its_password_and_not_ours()
    {
        await using ProxyServer proxy = new();
        await AskAsync($"http://user:p%40ss@localhost:{proxy.Port}");
        string asked = Assert.Single(proxy.Asked);
        Assert.StartsWith($"CONNECT {_server.Address.Authority} HTTP/1.1\r\n", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", asked, StringComparison.Ordinal);
        Assert.Equal("Bearer canary-token", Assert.Single(_server.Seen).Header("Authorization"));
    }

    [Fact]
    public async Task Proxy_url_of_https_is_spoken_to_behind_TLS()
    {
        await using ProxyServer proxy = new(_server.Root.Issue(new TestLeaf()));
        await AskAsync($"https://localhost:{proxy.Port}");
        Assert.StartsWith($"CONNECT {_server.Address.Authority} ", Assert.Single(proxy.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxy_url_of_socks5_is_told_the_name()
    {
        await using ProxyServer proxy = new();
        await AskAsync($"socks5://localhost:{proxy.Port}");
        Assert.Equal([_server.Address.Authority], proxy.Asked);
    }

    [Fact]
    public async Task The_certificate_is_checked_behind_a_proxy_too_and_tls_server_name_counts()
    {
        await using ProxyServer proxy = new();
        ClientOptions options = _server.Options with { Proxy = new Uri($"http://localhost:{proxy.Port}"), TlsServerName = "kubernetes.default" };
        using (ApiConnection connection = ApiConnection.Open(options))
        {
            HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => connection.SendAsync(KestrelServer.Get, default));
            Assert.Equal(HttpRequestError.SecureConnectionError, refused.HttpRequestError);
        }

        _server.Certificate = _server.Root.Issue(new TestLeaf { DnsNames = ["kubernetes.default"] });
        using ApiConnection named = ApiConnection.Open(options);
        using ApiResponse response = await named.SendAsync(KestrelServer.Get, default);
        Assert.Equal(200, response.Code);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_an_HttpRequestException()
    {
        ProxyServer proxy = new();
        int port = proxy.Port;
        await proxy.DisposeAsync();
        using ApiConnection connection = ApiConnection.Open(_server.Options with { Proxy = new Uri($"http://user:canary@localhost:{port}") });
        HttpRequestException failure = await Assert.ThrowsAsync<HttpRequestException>(() => connection.SendAsync(KestrelServer.Get, default));
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    private async Task AskAsync(string proxy)
    {
        ClientOptions options = _server.Options with { Proxy = new Uri(proxy), Credentials = _secret };
        using ApiConnection connection = ApiConnection.Open(options);
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
        Assert.Equal(("HTTP/2", 200), (Assert.Single(_server.Seen).Protocol, response.Code));
    }
}
