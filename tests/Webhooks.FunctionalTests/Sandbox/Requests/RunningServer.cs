using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

/// <summary>An in-memory API server and an administrator who talks to it over HTTPS; there is a namespace <c>n</c>, and deleted ones go at once.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly ApiServer _server;
    private readonly X509Certificate2 _administrator;
    private readonly HttpClient _http;

    private RunningServer(ApiServer server)
    {
        _server = server;
        _administrator = server.IssueClientCertificate("admin", "system:masters");
        _http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificates = [_administrator],
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { server.Authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        })
        {
            BaseAddress = server.Address,
        };
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
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (body != null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using HttpResponseMessage response = await _http.SendAsync(request);
        string[] warnings = response.Headers.TryGetValues("Warning", out IEnumerable<string>? values) ? [.. values] : [];
        return new Reply((int)response.StatusCode, JsonTree.Parse(await response.Content.ReadAsByteArrayAsync()).Root, warnings);
    }

    /// <summary>The HTTP code of a GET, whatever the body.</summary>
    public async Task<int> Code(string path)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _administrator.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>What came back.</summary>
    internal sealed record Reply(int Code, JsonValue Body, IReadOnlyList<string> Warnings)
    {
        public string Message => Body["message"u8].AsString() ?? "";
    }
}
