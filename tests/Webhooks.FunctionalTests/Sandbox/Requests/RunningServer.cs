using Webhooks.Resources.Json;
using Webhooks.Sandbox;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

/// <summary>An in-memory API server and an administrator who talks to it over HTTPS; there is a namespace <c>n</c>, and deleted ones go at once.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly ApiServer _server;
    private readonly SandboxClient _administrator;

    private RunningServer(ApiServer server)
    {
        _server = server;
        _administrator = new SandboxClient(server);
    }

    public static async Task<RunningServer> Start()
    {
        RunningServer running = new(await ApiServer.StartAsync(ApiServerOptions.Recorded with { NamespaceGrace = TimeSpan.Zero }));
        await running.Send("POST", "/api/v1/namespaces", """{"metadata":{"name":"n"}}""");
        return running;
    }

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The body; <c>null</c> for none.</param>
    /// <param name="contentType">Its media type, sent as it is.</param>
    /// <param name="accept">The media type of the answer.</param>
    public async Task<Reply> Send(string method, string path, string? body = null, string contentType = "application/json", string accept = "application/json")
    {
        using HttpResponseMessage response = await _administrator.AskAsync(new HttpMethod(method), path, body, contentType, ("Accept", accept));
        string[] warnings = response.Headers.TryGetValues("Warning", out IEnumerable<string>? values) ? [.. values] : [];
        return new Reply((int)response.StatusCode, await SandboxClient.BodyOf(response), warnings);
    }

    /// <summary>The HTTP code of a GET, whatever the body.</summary>
    public async Task<int> Code(string path)
    {
        using HttpResponseMessage response = await _administrator.AskAsync(HttpMethod.Get, path, body: null, type: "");
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>What came back.</summary>
    internal sealed record Reply(int Code, JsonValue Body, IReadOnlyList<string> Warnings)
    {
        public string Message => Body["message"u8].AsString() ?? "";
    }
}
