using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>
/// A client as the API server's is: a request whose connection closes before a byte of the answer came is sent once more,
/// on another connection. It keeps one connection as long as the server lets it. Thread safe.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private readonly LoadTally _tally;
    private readonly HttpClient _client;

    /// <summary>A client of a server on loopback.</summary>
    /// <param name="port">Its port.</param>
    /// <param name="version">The version of HTTP, that alone.</param>
    /// <param name="trust">Who issues the server's certificate.</param>
    /// <param name="tally">Where retries are counted.</param>
    public LoadClient(int port, Version version, X509ChainPolicy trust, LoadTally tally)
    {
        _tally = tally;
        SocketsHttpHandler handler = new()
        {
            UseProxy = false,
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        };
        _client = new HttpClient(handler)
        {
            BaseAddress = new Uri($"https://localhost:{port}"),
            DefaultRequestVersion = version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>Posts a body.</summary>
    /// <returns>The code and the bytes of the answer.</returns>
    public async Task<(HttpStatusCode Code, byte[] Body)> PostAsync(string path, byte[] body)
    {
        using HttpResponseMessage answer = await SendAsync(path, body);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string path, byte[] body)
    {
        try
        {
            return await SendOnceAsync(path, body);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ResponseEnded || IsReset(failure))
        {
            _tally.RetriedAfterClose();
            return await SendOnceAsync(path, body);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(string path, byte[] body)
    {
        SentContent content = new(body);
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = content, Version = _client.DefaultRequestVersion, VersionPolicy = _client.DefaultVersionPolicy };
        HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (content.TimesSent > 1)
        {
            // The server would not process the first, and the handler sent it once more.
            _tally.RetriedAfterGoAway();
        }

        return answer;
    }

    /// <summary>On HTTP/2 nothing but GOAWAY allows another attempt, and the handler sees to that.</summary>
    private bool IsReset(HttpRequestException failure) =>
        _client.DefaultRequestVersion == HttpVersion.Version11
        && failure.InnerException?.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Counts how often it was sent.</summary>
    private sealed class SentContent : ByteArrayContent
    {
        public SentContent(byte[] body)
            : base(body) => Headers.ContentType = new MediaTypeHeaderValue("application/json");

        public int TimesSent { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            TimesSent++;
            return base.SerializeToStreamAsync(stream, context);
        }
    }
}
