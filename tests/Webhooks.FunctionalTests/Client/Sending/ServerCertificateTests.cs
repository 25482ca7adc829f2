using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Telemetry;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class ServerCertificateTests
{
    private static readonly TestAuthority Root = TestAuthority.Root();
    private static readonly TestLeaf Right = new();
    private static readonly TestLeaf WrongName = new() { DnsNames = ["kubernetes.default"] };

    [Fact]
    public async Task K3_a_certificate_of_the_authority_for_the_host_and_in_date_is_accepted() =>
        Assert.Equal(200, await AskAsync(Root.Issue(Right)));

    [Fact]
    public async Task K3_a_certificate_of_another_authority_is_refused() =>
        await RefusedAsync(TestAuthority.Root().Issue(Right));

    [Fact]
    public async Task K3_an_expired_certificate_is_refused() =>
        await RefusedAsync(Root.Issue(new TestLeaf { NotBefore = DateTimeOffset.UtcNow.AddDays(-2), NotAfter = DateTimeOffset.UtcNow.AddDays(-1) }));

    [Fact]
    public async Task K3_a_certificate_of_tomorrow_is_refused() =>
        await RefusedAsync(Root.Issue(new TestLeaf { NotBefore = DateTimeOffset.UtcNow.AddDays(1) }));

    [Fact]
    public async Task K3_a_certificate_for_another_name_is_refused() =>
        await RefusedAsync(Root.Issue(WrongName));

    [Fact]
    public async Task K3_a_certificate_for_the_name_of_tls_server_name_is_accepted() =>
        Assert.Equal(200, await AskAsync(Root.Issue(WrongName), "kubernetes.default"));

    [Fact]
    public async Task K3_a_certificate_for_the_host_is_refused_where_tls_server_name_is_another() =>
        await RefusedAsync(Root.Issue(Right), "kubernetes.default");

    [Fact]
    public async Task K3_a_certificate_for_clients_is_refused() =>
        await RefusedAsync(Root.Issue(Right with { Purposes = [TestAuthority.ClientPurpose] }));

    [Fact]
    public async Task K3_without_an_authority_those_of_the_system_count()
    {
        await using KestrelServer server = await ServerAsync(Root.Issue(Right));
        using ApiConnection connection = ApiConnection.Open(new ClientOptions { Server = server.Address });
        await Assert.ThrowsAsync<HttpRequestException>(() => connection.SendAsync(KestrelServer.Get, default));
    }

    [Fact]
    public async Task K4_every_certificate_of_a_bundle_is_trusted()
    {
        TestAuthority other = TestAuthority.Root("other root");
        string bundle = $"# two of them\n{other.Pem}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n{Root.Pem}\n";
        foreach (TestAuthority one in new[] { Root, other })
        {
            await using KestrelServer server = await ServerAsync(one.Issue(Right));
            KeptLines log = new();
            using ApiConnection connection = ApiConnection.Open(server.Options with { CertificateAuthority = KestrelServer.Pem(bundle) }, new() { Logger = log });
            using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
            Assert.Equal(200, response.Code);
            Assert.Contains(log.Lines, line => line.StartsWith("Warning: inline", StringComparison.Ordinal) && line.Contains("1 of its certificates", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void K4_a_bundle_without_a_certificate_is_an_error_at_once() =>
        Assert.Contains(
            "BEGIN CERTIFICATE",
            Assert.Throws<ConfigurationException>(() => ApiConnection.Open(new ClientOptions { Server = new("https://localhost"), CertificateAuthority = KestrelServer.Pem("nothing") })).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_asks_for_it_trusts_any_server_and_is_told_what_that_means()
    {
        await using KestrelServer server = await ServerAsync(TestAuthority.Root().Issue(WrongName));
        KeptLines log = new();
        using ApiConnection connection = ApiConnection.Open(new ClientOptions { Server = server.Address, InsecureSkipTlsVerify = true }, new() { Logger = log });
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);

        Assert.Equal(200, response.Code);
        Assert.StartsWith($"Warning: The certificate of {server.Address.Authority} is NOT checked", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    private static Task<KestrelServer> ServerAsync(X509Certificate2 certificate) =>
        KestrelServer.StartAsync(context => context.Response.WriteAsync("{}"), Root, certificate);

    private static async Task<int> AskAsync(X509Certificate2 certificate, string name = "")
    {
        await using KestrelServer server = await ServerAsync(certificate);
        using ApiConnection connection = ApiConnection.Open(server.Options with { TlsServerName = name });
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
        return response.Code;
    }

    private static async Task RefusedAsync(X509Certificate2 certificate, string name = "")
    {
        HttpRequestException refusal = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(certificate, name));
        Assert.Equal(HttpRequestError.SecureConnectionError, refusal.HttpRequestError);
        Assert.IsType<AuthenticationException>(refusal.InnerException?.InnerException);
    }
}
