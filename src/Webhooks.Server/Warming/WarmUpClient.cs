using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Warming;

/// <summary>Posts reviews to a server of this process, over TLS.</summary>
internal static class WarmUpClient
{
    /// <summary>Posts one body again and again.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="trusted">The certificate of the server.</param>
    /// <param name="body">An AdmissionReview.</param>
    /// <param name="version">The version of HTTP.</param>
    /// <param name="count">How often.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task PostAsync(
        Uri url, X509Certificate2 trusted, byte[] body, Version version, int count, CancellationToken cancellation)
    {
        using SocketsHttpHandler handler = new()
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { trusted },
                    RevocationMode = X509RevocationMode.NoCheck,
                    DisableCertificateDownloads = true,
                },
            },
        };
        using HttpClient client = new(handler) { DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        for (int round = 0; round < count; round++)
        {
            using ByteArrayContent content = new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using HttpResponseMessage answer = await client.PostAsync(url, content, cancellation).ConfigureAwait(false);
            await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode}");
            }
        }
    }
}
