using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Benchmarks.InMemory;

/// <summary>Clients of one server, over HTTP/2.</summary>
internal sealed class LoadedAddress : IDisposable
{
    // Requests under way at once.
    private const int Clients = 16;

    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _certificate;
    private readonly HttpClient _client;

    public LoadedAddress(Uri address, X509Certificate2 authority, X509Certificate2 certificate)
    {
        (_authority, _certificate) = (authority, certificate);
        X509ChainPolicy trust = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(authority);
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            EnableMultipleHttp2Connections = true,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = trust,
                ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
            },
        })
        {
            BaseAddress = address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>How many requests a second are answered while as many as there are clients are under way.</summary>
    /// <param name="duration">For how long.</param>
    /// <param name="request">Makes the one of that number.</param>
    /// <param name="number">Counts them; goes on.</param>
    public async Task<double> RateAsync(TimeSpan duration, Func<int, (HttpMethod Method, string Path, byte[]? Body)> request, RequestNumber number)
    {
        long started = Stopwatch.GetTimestamp();
        int[] answered = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            int count = 0;
            for (; Stopwatch.GetElapsedTime(started) < duration; count++)
            {
                await SendAsync(request(number.Next()));
            }

            return count;
        })));
        return answered.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Sends a request and reads its answer, which must be good.</summary>
    /// <returns>The answer's length in bytes.</returns>
    public async Task<long> SendAsync((HttpMethod Method, string Path, byte[]? Body) request)
    {
        using HttpRequestMessage message = new(request.Method, request.Path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = request.Body == null ? null : new ByteArrayContent(request.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        using HttpResponseMessage response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        return await DrainAsync(body, long.MaxValue);
    }

    /// <summary>Opens a stream that goes on.</summary>
    public async Task<Stream> OpenAsync(string path)
    {
        HttpResponseMessage response = await _client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStreamAsync();
    }

    /// <summary>Reads so many bytes, or all there are.</summary>
    public static async Task<long> DrainAsync(Stream stream, long most)
    {
        byte[] buffer = new byte[64 * 1024];
        long read = 0;
        for (int length = 1; length > 0 && read < most; read += length)
        {
            length = await stream.ReadAsync(buffer);
        }

        return read;
    }

    public void Dispose()
    {
        _client.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
    }
}
