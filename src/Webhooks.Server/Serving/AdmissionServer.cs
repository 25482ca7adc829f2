using System.Net.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Webhooks.Admission.Catalog;

namespace Webhooks.Server.Serving;

/// <summary>The HTTPS server that API servers post to.</summary>
internal static class AdmissionServer
{
    /// <summary>Longer than API servers keep a connection idle (90 s), so that they close first and never post into a closed one.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(180);

    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>API servers put all their calls on one connection, and open another only when this many are under way.</summary>
    private const int StreamsPerConnection = 250;

    /// <summary>Prepares the server.</summary>
    /// <param name="port">Where to listen.</param>
    /// <param name="tls">The TLS options for a connection that begins now.</param>
    /// <param name="gate">Looks at each connection after its handshake.</param>
    /// <param name="parting">Takes leave of clients when the end comes.</param>
    /// <param name="webhooks">What is served, each at its path.</param>
    /// <param name="limits">Bounds on requests.</param>
    /// <param name="record">Is told what became of each request.</param>
    /// <param name="logging">Where the server logs.</param>
    public static WebApplication Create(
        BoundPort port,
        Func<SslServerAuthenticationOptions> tls,
        ClientGate gate,
        Parting parting,
        IReadOnlyList<Webhook> webhooks,
        RequestLimits limits,
        AdmissionRecord record,
        ILoggerFactory logging)
    {
        WebApplication server = WebServer.Create(
            port,
            bounds => Bound(bounds, limits),
            listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                parting.AddTo(listen);
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    OnConnection = _ => ValueTask.FromResult(tls()),
                    HandshakeTimeout = HandshakeTimeout,
                });
                gate.AddTo(listen);
            },
            logging);
        BodyBudget budget = new(limits.MaxBodies);
        WebhookRoutes routes = new(webhooks, webhook => gate.Guard(new AdmissionEndpoint(webhook, limits.MaxBody, budget, record).AnswerAsync, webhook, record));
        server.Run(parting.Guard(routes.AnswerAsync));
        return server;
    }

    private static void Bound(KestrelServerLimits bounds, RequestLimits limits)
    {
        bounds.MaxRequestBodySize = limits.MaxBody;
        bounds.KeepAliveTimeout = KeepAlive;
        bounds.RequestHeadersTimeout = HeadersTimeout;
        bounds.MaxConcurrentConnections = limits.MaxConnections;
        bounds.Http2.MaxStreamsPerConnection = StreamsPerConnection;
    }
}
