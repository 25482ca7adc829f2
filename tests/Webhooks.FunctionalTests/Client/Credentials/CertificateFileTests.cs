using System.Security.Cryptography.X509Certificates;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Credentials;

public sealed class CertificateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _root = TestAuthority.Root();

    private ClientCredentials OfFiles => new(new ClientCertificate(new PemSource.OfFile(_folder["tls.crt"]), new PemSource.OfFile(_folder["tls.key"])), null, null);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_certificate_that_is_replaced_is_shown_within_a_minute()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        Write("jane");
        using ApiConnection connection = server.Open(OfFiles);
        await TokenServer.AskAsync(connection);
        Write("joe");
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await TokenServer.AskAsync(connection);
        Assert.Equal(["jane", "joe"], server.Seen.Select(request => request.Client));
    }

    [Fact]
    public async Task A_certificate_whose_key_has_not_come_yet_waits_for_it()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        Write("jane");
        using ApiConnection connection = server.Open(OfFiles);
        string key = File.ReadAllText(_folder["tls.key"]);
        Write("joe");
        string later = File.ReadAllText(_folder["tls.key"]);
        _folder.Replace("tls.key", key);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await TokenServer.AskAsync(connection);
        _folder.Replace("tls.key", later);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await TokenServer.AskAsync(connection);

        Assert.Equal(["jane", "joe"], server.Seen.Select(request => request.Client));
        Assert.Equal(["Warning", "Information"], server.Log.Lines.Select(line => line.Split(':')[0]));
        Assert.DoesNotContain("PRIVATE", string.Concat(server.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_are_under_way_while_certificates_are_replaced_all_succeed()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        Write("user-0");

        // The clock leaps: no request is late by it.
        TimeLimits none = new() { Headers = Timeout.InfiniteTimeSpan, Body = Timeout.InfiniteTimeSpan };
        using ApiConnection connection = server.Open(OfFiles, new() { Limits = none });
        bool isOver = false;
        Task[] crowd =
        [
            .. Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            {
                while (!Volatile.Read(ref isOver))
                {
                    await TokenServer.AskAsync(connection);
                }
            })),
        ];
        for (int version = 1; version <= 10; version++)
        {
            string user = $"user-{version}";
            Write(user);
            server.Time.Advance(TimeSpan.FromMinutes(1));
            await Eventually.HoldsAsync(() => server.Seen.Any(request => request.Client == user));
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(crowd);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\ncanary==\n-----END PRIVATE KEY-----")]
    public void K8_a_key_that_is_none_is_an_error_at_once_that_quotes_nothing(string key)
    {
        Write("jane");
        _folder.Write("tls.key", key);
        ConfigurationException error = Assert.Throws<ConfigurationException>(
            () => ApiConnection.Open(new ClientOptions { Server = new("https://localhost"), Credentials = OfFiles }));
        Assert.Contains("the private key can't be read", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private void Write(string user)
    {
        using X509Certificate2 certificate = _root.Issue(new TestLeaf { CommonName = user, Purposes = [TestAuthority.ClientPurpose] });
        _folder.Replace("tls.crt", certificate.ExportCertificatePem());
        _folder.Replace("tls.key", TestKeys.Pkcs8(certificate));
    }
}
