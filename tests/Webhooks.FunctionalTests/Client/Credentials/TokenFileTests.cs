using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Credentials;

public sealed class TokenFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ClientCredentials OfFile => new(null, new BearerToken(null, _folder["token"]), null);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_token_that_is_replaced_is_used_within_a_minute()
    {
        await using TokenServer server = await StartAsync("one\n");
        using ApiConnection connection = server.Open(OfFile);
        await TokenServer.AskAsync(connection);
        _folder.Replace("token", "two");
        await TokenServer.AskAsync(connection);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await TokenServer.AskAsync(connection);
        Assert.Equal(["one", "one", "two"], server.Tokens);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two lines\nof text")]
    public async Task K5_a_file_that_can_be_read_no_more_keeps_the_last_token(string? text)
    {
        await using TokenServer server = await StartAsync("canary-one");
        using ApiConnection connection = server.Open(OfFile);
        File.Delete(_folder["token"]);
        if (text is not null)
        {
            _folder.Write("token", text);
        }

        for (int minute = 0; minute < 3; minute++)
        {
            server.Time.Advance(TimeSpan.FromMinutes(1));
            await TokenServer.AskAsync(connection);
        }

        Assert.Equal(["canary-one", "canary-one", "canary-one"], server.Tokens);
        string line = Assert.Single(server.Log.Lines);
        Assert.StartsWith($"Warning: {_folder["token"]} can't be used", line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
        Assert.DoesNotContain("lines", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task K5_after_a_401_the_file_is_read_at_once_and_the_request_sent_again_with_its_body()
    {
        await using TokenServer server = await StartAsync("one");
        using ApiConnection connection = server.Open(OfFile);
        server.Refuse("one");
        _folder.Replace("token", "two");
        await TokenServer.AskAsync(connection, new() { Method = HttpMethod.Post, Target = "/", Verb = "create", ContentType = "application/json", Body = "{}"u8.ToArray() });

        Assert.Equal(["one", "two"], server.Tokens);
        Assert.All(server.Seen, request => Assert.Equal("{}", request.Body));
    }

    [Fact]
    public async Task K5_a_401_is_the_callers_where_the_file_says_the_same()
    {
        await using TokenServer server = await StartAsync("one");
        using ApiConnection connection = server.Open(OfFile);
        server.Refuse("one");
        Assert.Equal(401, (await Assert.ThrowsAsync<KubernetesApiException>(() => TokenServer.AskAsync(connection))).Code);
        Assert.Equal(["one"], server.Tokens);
    }

    [Fact]
    public async Task K5_a_request_is_sent_again_once_and_no_more()
    {
        await using TokenServer server = await StartAsync("one");
        using ApiConnection connection = server.Open(OfFile);
        server.Refuse("one");
        server.Refuse("two");
        _folder.Replace("token", "two");
        await Assert.ThrowsAsync<KubernetesApiException>(() => TokenServer.AskAsync(connection));
        Assert.Equal(["one", "two"], server.Tokens);
    }

    [Fact]
    public async Task A_token_that_is_written_down_is_used_until_its_file_is_there()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(new(null, new BearerToken("inline", _folder["token"]), null));
        await TokenServer.AskAsync(connection);
        _folder.Write("token", "of-file");
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await TokenServer.AskAsync(connection);
        Assert.Equal(["inline", "of-file"], server.Tokens);
    }

    private Task<TokenServer> StartAsync(string token)
    {
        _folder.Write("token", token);
        return TokenServer.StartAsync();
    }
}
