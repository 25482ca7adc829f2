using Webhooks.Client.Configuration;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Client.Sending;
using Webhooks.FunctionalTests.Telemetry;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Credentials;

/// <summary>A server that knows some tokens and answers 401 to others, and a clock and a log for those who ask it.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly HashSet<string> _refused = [];
    private readonly KestrelServer _server;

    private TokenServer(KestrelServer server) => _server = server;

    public ManualTime Time { get; } = new(DateTimeOffset.UtcNow);

    public KeptLines Log { get; } = new();

    public IReadOnlyList<string> Tokens => [.. _server.Seen.Select(request => request.Header("Authorization").Replace("Bearer ", "", StringComparison.Ordinal))];

    public IReadOnlyList<SeenRequest> Seen => [.. _server.Seen];

    public ClientOptions Options => _server.Options;

    /// <param name="before">What happens before an answer. Default: nothing.</param>
    public static async Task<TokenServer> StartAsync(Func<Task>? before = null)
    {
        TokenServer? self = null;
        self = new TokenServer(await KestrelServer.StartAsync(async context =>
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            context.Response.StatusCode = self!.Knows(context.Request.Headers.Authorization.ToString()) ? 200 : 401;
        }));
        return self;
    }

    /// <summary>Knows a token no more.</summary>
    public void Refuse(string token)
    {
        lock (_refused)
        {
            _refused.Add("Bearer " + token);
        }
    }

    public ApiConnection Open(ClientCredentials credentials, ApiConnectionSettings? settings = null) =>
        ApiConnection.Open(_server.Options with { Credentials = credentials }, (settings ?? new()) with { Time = Time, Logger = Log });

    /// <summary>Asks once, with success.</summary>
    public static async Task AskAsync(ApiConnection connection, ApiRequest? request = null)
    {
        using ApiResponse response = await connection.SendAsync(request ?? KestrelServer.Get, default);
        Assert.Equal(200, response.Code);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private bool Knows(string authorization)
    {
        lock (_refused)
        {
            return !_refused.Contains(authorization);
        }
    }
}
