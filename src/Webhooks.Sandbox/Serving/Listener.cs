using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Webhooks.Sandbox.Serving;

/// <summary>Kestrel on a port of the loopback interface, with TLS and nothing else: no host, no configuration, no middleware.</summary>
internal sealed class Listener : IAsyncDisposable
{
    // What Kestrel's TLS looks up, some of which nobody else can make: made once, by a server that never starts.
    private static readonly Lazy<IServiceProvider> Services = new(() =>
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        return builder.Build().Services;
    });

    private readonly X509Certificate2 _certificate;
    private readonly RequestDelegate _handle;
    private KestrelServer? _server;

    private Listener(X509Certificate2 certificate, RequestDelegate handle) => (_certificate, _handle) = (certificate, handle);

    /// <summary>Where it listens, or did before it was closed.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts to listen.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="certificate">The server's certificate, with its key.</param>
    /// <param name="handle">Answers a request.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Listener> Start(int port, X509Certificate2 certificate, RequestDelegate handle, CancellationToken cancellation)
    {
        Listener listener = new(certificate, handle);
        await listener.Open(port, cancellation);
        return listener;
    }

    /// <summary>Listens on the same port again.</summary>
    /// <exception cref="InvalidOperationException">It does listen.</exception>
    /// <exception cref="IOException">Somebody else has the port now.</exception>
    public Task Reopen(CancellationToken cancellation) =>
        _server == null ? Open(Address.Port, cancellation) : throw new InvalidOperationException("the server listens; stop it first");

    /// <summary>Stops listening, and ends the connections that stand.</summary>
    public async Task Close()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            using CancellationTokenSource now = new();
            await now.CancelAsync();
            await server.StopAsync(now.Token);
            server.Dispose();
        }
    }

    /// <inheritdoc cref="Close" />
    public async ValueTask DisposeAsync() => await Close();

    private async Task Open(int port, CancellationToken cancellation)
    {
        KestrelServerOptions options = new() { ApplicationServices = Services.Value, AddServerHeader = false, AllowSynchronousIO = false };
        // The server itself says what is too large.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.Http2.MaxStreamsPerConnection = 1000;
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.Use(next => connection =>
            {
                connection.Features.Set(new Wire(connection));
                return next(connection);
            });
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = _certificate,
                // Whose certificate it is, is found out with the request, as an API server does: a wrong one is a 401.
                ClientCertificateMode = ClientCertificateMode.AllowCertificate,
                ClientCertificateValidation = (_, _, _) => true,
            });
        });
        SocketTransportFactory sockets = new(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        KestrelServer server = new(Options.Create(options), sockets, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new Application(_handle), cancellation);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        Address = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        _server = server;
    }

    private sealed class Application(RequestDelegate handle) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception) => ((DefaultHttpContext)context).Uninitialize();
    }
}
