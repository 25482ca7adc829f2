using Microsoft.AspNetCore.Http;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Telemetry;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class AuthorityFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _old = TestAuthority.Root("old");
    private readonly TestAuthority _new = TestAuthority.Root("new");
    private readonly ManualTime _time = new();
    private readonly KeptLines _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task K4_a_rotated_file_is_trusted_within_five_minutes()
    {
        await using KestrelServer server = await StartAsync();
        using ApiConnection connection = Open(server);
        await AskAsync(connection);

        _folder.Replace("ca.crt", _new.Pem);
        server.Certificate = _new.Issue(new TestLeaf());
        _time.Advance(TimeSpan.FromMinutes(5));
        await AskAsync(connection);
        Assert.Equal([$"Information: {_folder["ca.crt"]} has changed, and is in use"], _log.Lines);

        // The one before is trusted no more.
        server.Certificate = _old.Issue(new TestLeaf());
        using ApiConnection another = Open(server);
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(another));
    }

    [Fact]
    public async Task K4_a_server_that_is_not_trusted_makes_the_file_be_read_at_once()
    {
        await using KestrelServer server = await StartAsync();
        using ApiConnection connection = Open(server);
        _folder.Replace("ca.crt", _new.Pem);
        server.Certificate = _new.Issue(new TestLeaf());

        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(connection));
        await AskAsync(connection);
    }

    [Theory]
    [InlineData("nothing that is PEM")]
    [InlineData("")]
    [InlineData(null)]
    public async Task K4_a_new_file_that_is_no_good_is_ignored_and_told_of_once(string? text)
    {
        await using KestrelServer server = await StartAsync();
        using ApiConnection connection = Open(server);
        File.Delete(_folder["ca.crt"]);
        if (text is not null)
        {
            _folder.Write("ca.crt", text);
        }

        for (int minute = 0; minute < 5; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await AskAsync(connection);
        }

        Assert.StartsWith($"Warning: {_folder["ca.crt"]} can't be used, what was read before stays in use: ", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.Single(server.Seen.Select(request => request.Protocol).Distinct());
    }

    private Task<KestrelServer> StartAsync()
    {
        _folder.Write("ca.crt", _old.Pem);
        return KestrelServer.StartAsync(context => context.Response.WriteAsync("{}"), _old);
    }

    private ApiConnection Open(KestrelServer server) =>
        ApiConnection.Open(server.Options with { CertificateAuthority = new PemSource.OfFile(_folder["ca.crt"]) }, new() { Time = _time, Logger = _log });

    private static async Task AskAsync(ApiConnection connection)
    {
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
        Assert.Equal(200, response.Code);
    }
}
