using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Webhooks.Server.Debugging;
using Webhooks.Server.Health;

namespace Webhooks.Server.Serving;

/// <summary>The plain HTTP server for probes and metrics.</summary>
internal static class HealthServer
{
    private const int MostConnections = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Prepares the server.</summary>
    /// <param name="port">Where to listen.</param>
    /// <param name="live">What <c>/livez</c> looks at.</param>
    /// <param name="ready">What <c>/readyz</c> looks at.</param>
    /// <param name="metrics">Answers <c>/metrics</c>.</param>
    /// <param name="debug">The pages of <c>/debug</c>; empty: there is no such path.</param>
    /// <param name="logging">Where the server logs.</param>
    public static WebApplication Create(
        BoundPort port, IReadOnlyList<HealthCheck> live, IReadOnlyList<HealthCheck> ready, RequestDelegate metrics, IReadOnlyList<DebugPage> debug, ILoggerFactory logging)
    {
        WebApplication server = WebServer.Create(port, Bound, listen => listen.Protocols = HttpProtocols.Http1, logging);
        server.Use(RefuseOtherMethods);
        HealthEndpoints.Map(server, "livez", live);
        HealthEndpoints.Map(server, "readyz", ready);
        server.Map("/metrics", metrics);
        if (debug.Count > 0)
        {
            DebugEndpoints.Map(server, debug);
        }

        server.MapFallback("{**path}", context => PlainText.WriteAsync(context, StatusCodes.Status404NotFound, "there are /livez, /readyz and /metrics\n"));
        return server;
    }

    private static Task RefuseOtherMethods(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        context.Response.Headers.Allow = "GET, HEAD";
        return PlainText.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "only GET and HEAD are allowed here\n");
    }

    private static void Bound(KestrelServerLimits bounds)
    {
        bounds.MaxRequestBodySize = 0;
        bounds.MaxConcurrentConnections = MostConnections;
        bounds.RequestHeadersTimeout = Patience;
        bounds.KeepAliveTimeout = Patience;
    }
}
