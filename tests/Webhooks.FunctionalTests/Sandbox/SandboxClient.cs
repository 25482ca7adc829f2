using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;

namespace Webhooks.FunctionalTests.Sandbox;

/// <summary>A plain HTTPS client of an in-memory API server, with a certificate of its own.</summary>
internal sealed class SandboxClient : IDisposable
{
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _certificate;
    private readonly HttpClient _client;

    public SandboxClient(
        ApiServer server,
        string user = "admin",
        string group = "system:masters",
        Version? version = null,
        Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect = null)
    {
        _authority = server.Authority;
        _certificate = server.IssueClientCertificate(user, group);
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            ConnectCallback = connect,
            SslOptions = LoopbackCertificate.ClientOptionsOf(_authority, _certificate),
        })
        {
            BaseAddress = server.Address,
            Timeout = TimeSpan.FromMinutes(2),
            DefaultRequestVersion = version ?? HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd($"tests/{user}");
    }

    /// <summary>Gets a document, whatever its code.</summary>
    public async Task<(HttpStatusCode Code, JsonValue Body)> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await AskAsync(HttpMethod.Get, path, body: null, "", headers);
        return (response.StatusCode, await BodyOf(response));
    }

    /// <summary>Makes, changes or deletes something, whatever comes of it.</summary>
    public async Task<(HttpStatusCode Code, JsonValue Body)> SendAsync(HttpMethod method, string path, string body, string type = "application/json")
    {
        using HttpResponseMessage response = await AskAsync(method, path, body, type);
        return (response.StatusCode, await BodyOf(response));
    }

    /// <summary>The answer to a request, whatever its code.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The body; <c>null</c> for none.</param>
    /// <param name="type">Its media type, sent as it is.</param>
    /// <param name="headers">More headers.</param>
    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? body, string type, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage message = new(method, path) { Version = _client.DefaultRequestVersion, VersionPolicy = _client.DefaultVersionPolicy };
        Array.ForEach(headers, header => message.Headers.Add(header.Name, header.Value));
        if (body != null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return await _client.SendAsync(message);
    }

    /// <summary>The document that an answer is.</summary>
    public static async Task<JsonValue> BodyOf(HttpResponseMessage response) =>
        JsonTree.Parse(await response.Content.ReadAsByteArrayAsync(), JsonPolicy.Server).Root;

    /// <summary>Makes a ConfigMap.</summary>
    public Task<(HttpStatusCode Code, JsonValue Body)> CreateAsync(string name) =>
        SendAsync(HttpMethod.Post, "/api/v1/namespaces/default/configmaps", $$$"""{"metadata":{"name":"{{{name}}}"}}""");

    /// <summary>The answer to a GET as soon as it begins.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellation = default) =>
        _client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);

    /// <summary>A watch, to be read line by line.</summary>
    public async Task<WatchLines> WatchAsync(string path)
    {
        HttpResponseMessage response = await OpenAsync(path);
        Assert200(response);
        return new WatchLines(response, await response.Content.ReadAsStreamAsync());
    }

    public void Dispose()
    {
        _client.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
    }

    private static void Assert200(HttpResponseMessage response) => Xunit.Assert.Equal(HttpStatusCode.OK, response.StatusCode);
}
