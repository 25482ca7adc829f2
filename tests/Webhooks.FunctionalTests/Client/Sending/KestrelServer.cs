using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Webhooks.Client.Configuration;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Client.Sending;

/// <summary>An HTTPS server of this process that answers what a test says, and keeps what it was asked.</summary>
internal sealed class KestrelServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private X509Certificate2 _certificate;

    private KestrelServer(WebApplication server, TestAuthority root, X509Certificate2 certificate) => (_server, Root, _certificate) = (server, root, certificate);

    /// <summary>Who issued its certificate, if it is a good one.</summary>
    public TestAuthority Root { get; }

    public Uri Address { get; private set; } = new("https://localhost");

    /// <summary>What was asked, in order, once per request.</summary>
    public ConcurrentQueue<SeenRequest> Seen { get; } = [];

    /// <summary>What each connection called it in SNI; empty for nothing.</summary>
    public ConcurrentQueue<string> Names { get; } = [];

    /// <summary>The certificate that new connections are shown.</summary>
    public X509Certificate2 Certificate
    {
        get => Volatile.Read(ref _certificate);
        set => Volatile.Write(ref _certificate, value);
    }

    /// <summary>A client's options that trust it.</summary>
    public ClientOptions Options => new() { Server = Address, CertificateAuthority = Pem(Root.Pem) };

    /// <summary>A GET of <c>/</c>.</summary>
    public static ApiRequest Get { get; } = new() { Method = HttpMethod.Get, Target = "/", Verb = "get" };

    public static PemSource Pem(string text) => new PemSource.Inline(System.Text.Encoding.UTF8.GetBytes(text));

    public static async Task<KestrelServer> StartAsync(
        RequestDelegate answer, TestAuthority? root = null, X509Certificate2? certificate = null, HttpProtocols protocols = HttpProtocols.Http1AndHttp2)
    {
        root ??= TestAuthority.Root();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        KestrelServer? self = null;
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;

            // Not the selector of certificates: that refuses to show one that is not for servers.
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = handshake =>
                {
                    self!.Names.Enqueue(handshake.ClientHelloInfo.ServerName);
                    return ValueTask.FromResult(new SslServerAuthenticationOptions
                    {
                        ServerCertificate = self.Certificate,
                        ClientCertificateRequired = true,
                        RemoteCertificateValidationCallback = (_, certificate, chain, _) => certificate is null || chain is not null,
                        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                    });
                },
            });
        }));
        WebApplication server = builder.Build();
        self = new KestrelServer(server, root, certificate ?? root.Issue(new TestLeaf()));
        server.Run(async context =>
        {
            self.Seen.Enqueue(await SeenRequest.OfAsync(context));
            await answer(context);
        });
        await server.StartAsync();
        self.Address = new Uri($"https://localhost:{new Uri(server.Urls.Single()).Port}");
        return self;
    }

    /// <summary>A connection that trusts it.</summary>
    public ApiConnection Open(ApiConnectionSettings? settings = null) => ApiConnection.Open(Options, settings);

    public async ValueTask DisposeAsync()
    {
        // Whoever still waits for an answer is cut off.
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }
}
