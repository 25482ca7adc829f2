using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

/// <summary>tls-server-name is for SNI and the certificate alone; the server is told its own address.</summary>
public sealed class TlsServerNameTests
{
    private static readonly TestAuthority Root = TestAuthority.Root();

    [Theory]
    [InlineData("kubernetes.default", "kubernetes.default")]
    [InlineData("Kubernetes.Default", "Kubernetes.Default")]
    [InlineData("10.1.2.3", "")]
    [InlineData("fd00::7", "")]
    [InlineData("[fd00::7]", "")]
    [InlineData("FD00:0::7", "")]
    public async Task K3_the_name_is_that_of_SNI_and_of_the_certificate_and_Host_is_that_of_the_URL(string name, string shown)
    {
        await using KestrelServer server = await ServerAsync();
        await AskAsync(server, server.Options with { TlsServerName = name }, "HTTP/2");
        Assert.Equal([shown], server.Names);

        await using ProxyServer proxy = new();
        await AskAsync(server, server.Options with { TlsServerName = name, Proxy = new Uri($"http://localhost:{proxy.Port}") }, "HTTP/1.1");
        Assert.Equal([shown, shown], server.Names);
        Assert.StartsWith($"CONNECT {server.Address.Authority} ", Assert.Single(proxy.Asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other.default")]
    [InlineData("10.1.2.4")]
    [InlineData("[fd00::8]")]
    public async Task K3_another_name_is_refused_also_behind_a_proxy(string name)
    {
        await using KestrelServer server = await ServerAsync();
        await using ProxyServer proxy = new();
        foreach (Uri? through in new[] { null, new Uri($"socks5://localhost:{proxy.Port}") })
        {
            using ApiConnection connection = ApiConnection.Open(server.Options with { TlsServerName = name, Proxy = through });
            HttpRequestException refusal = await Assert.ThrowsAsync<HttpRequestException>(() => connection.SendAsync(KestrelServer.Get, default));
            Assert.Equal(HttpRequestError.SecureConnectionError, refusal.HttpRequestError);
            Assert.Contains("Check certificate-authority and tls-server-name", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Seen);
    }

    [Fact]
    public async Task A_server_without_HTTP_2_is_spoken_to_by_HTTP_1_again_and_again()
    {
        await using KestrelServer server = await ServerAsync(HttpProtocols.Http1);
        ClientOptions options = server.Options with { TlsServerName = "kubernetes.default" };
        using ApiConnection connection = ApiConnection.Open(options);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
            Assert.Equal(200, response.Code);
        }));
        Assert.All(server.Seen, seen => Assert.Equal(("HTTP/1.1", server.Address.Authority), (seen.Protocol, seen.Header("Host"))));
    }

    [Fact]
    public async Task Who_acts_in_several_groups_is_named_on_lines_of_their_own()
    {
        await using KestrelServer server = await ServerAsync();
        Impersonation jane = new("jane", "", ["a,b", "c"], new Dictionary<string, IReadOnlyList<string>>());
        await AskAsync(server, server.Options with { TlsServerName = "kubernetes.default", Impersonation = jane }, "HTTP/1.1");
        Assert.Equal("a,b|c", Assert.Single(server.Seen).Header("Impersonate-Group"));
    }

    [Fact]
    public async Task The_name_is_shown_to_a_server_that_is_not_checked_too()
    {
        await using KestrelServer server = await ServerAsync();
        await AskAsync(server, new ClientOptions { Server = server.Address, TlsServerName = "other.default", InsecureSkipTlsVerify = true }, "HTTP/2");
        Assert.Equal(["other.default"], server.Names);
    }

    private static Task<KestrelServer> ServerAsync(HttpProtocols protocols = HttpProtocols.Http1AndHttp2) => KestrelServer.StartAsync(
        context => context.Response.WriteAsync("{}"),
        Root,
        Root.Issue(new TestLeaf { DnsNames = ["kubernetes.default"], Addresses = ["10.1.2.3", "fd00::7"] }),
        protocols);

    private static async Task AskAsync(KestrelServer server, ClientOptions options, string protocol)
    {
        using ApiConnection connection = ApiConnection.Open(options);
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
        SeenRequest seen = server.Seen.Last();
        Assert.Equal((200, protocol, server.Address.Authority), (response.Code, seen.Protocol, seen.Header("Host")));
    }
}
