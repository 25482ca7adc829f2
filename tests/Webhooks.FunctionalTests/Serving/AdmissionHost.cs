using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Server.Certificates;
using Webhooks.Server.Metrics;
using Webhooks.Server.Serving;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>The HTTPS server of the webhooks in this process, on a loopback port of its own.</summary>
internal sealed class AdmissionHost : IAsyncDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly WebApplication _server;

    private AdmissionHost(WebApplication server, Parting parting, int port)
    {
        _server = server;
        Parting = parting;
        Port = port;
        Client = ClientOf(HttpVersion.Version20);
    }

    public int Port { get; }

    /// <summary>Takes leave of clients when a test begins with it.</summary>
    public Parting Parting { get; }

    /// <summary>Speaks HTTP/2.</summary>
    public HttpClient Client { get; }

    /// <summary>A server of the catalog's webhooks.</summary>
    public static Task<AdmissionHost> StartAsync(InjectionOptions options, TemplateSet templates, long maxBody = RequestLimits.DefaultMaxBody)
    {
        TemplatesInForce inForce = new();
        inForce.Replace(templates);
        return StartAsync(WebhookCatalog.Of(options, inForce), new RequestLimits(maxBody));
    }

    /// <summary>A server of some webhooks.</summary>
    public static async Task<AdmissionHost> StartAsync(IReadOnlyList<Webhook> webhooks, RequestLimits limits)
    {
        BoundPort port = BoundPort.Take(IPAddress.Loopback, 0, "--port");
        Parting parting = new();
        WebApplication server = AdmissionServer.Create(
            port, () => LoopbackCertificate.ServerOptions, new ClientGate(new ClientNames([])), parting, webhooks, limits, NoRecord(), NullLoggerFactory.Instance);
        await server.StartAsync();
        return new AdmissionHost(server, parting, port.Number);
    }

    /// <summary>A record that nobody reads.</summary>
    public static AdmissionRecord NoRecord() => new(new MetricRegistry(), NullLogger.Instance, TimeProvider.System);

    /// <summary>A client of one version of HTTP.</summary>
    public HttpClient ClientOf(Version version) => new(new SocketsHttpHandler { SslOptions = LoopbackCertificate.ClientOptions })
    {
        BaseAddress = new Uri($"https://localhost:{Port}"),
        DefaultRequestVersion = version,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Posts a body.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, byte[] body) =>
        Client.PostAsync(path, new ByteArrayContent(body) { Headers = { ContentType = Json } });

    /// <summary>A connection that has shaken hands and says nothing yet.</summary>
    public async Task<SslStream> ConnectAsync()
    {
        TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        SslStream stream = new(client.GetStream());
        await stream.AuthenticateAsClientAsync(LoopbackCertificate.ClientOptions);
        return stream;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
