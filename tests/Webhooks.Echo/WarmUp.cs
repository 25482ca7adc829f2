using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Echo;

/// <summary>The requests that a server sends itself, so that its first caller does not wait for code to be prepared.</summary>
internal static class WarmUp
{
    private const int Length = 8 * 1024;

    /// <summary>One call in that many is repeated over HTTP/1.1.</summary>
    private const int OldShare = 8;

    /// <summary>Sends them one after another: over HTTP/2, and a few over HTTP/1.1.</summary>
    public static async Task Send(EchoOptions options, X509Certificate2 certificate)
    {
        X509ChainPolicy trust = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(certificate);
        await Send(options, trust, HttpVersion.Version20, options.WarmUp);
        await Send(options, trust, HttpVersion.Version11, options.WarmUp / OldShare);
    }

    private static async Task Send(EchoOptions options, X509ChainPolicy trust, Version version, int calls)
    {
        using SocketsHttpHandler handler = new() { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust }, UseProxy = false };
        using HttpClient client = new(handler) { DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Uri address = new($"https://localhost:{options.Port}/");
        byte[] body = new byte[Length];
        for (int sent = 0; sent < calls; sent++)
        {
            using ByteArrayContent content = new(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage response = await client.PostAsync(address, content);
            response.EnsureSuccessStatusCode();
        }
    }
}
