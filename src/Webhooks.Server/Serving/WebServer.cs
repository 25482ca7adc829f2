using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Serving;

/// <summary>A web server that listens where it is told and holds nothing else: no configuration, no signal handlers, no services.</summary>
internal static class WebServer
{
    /// <summary>Prepares a server.</summary>
    /// <param name="port">Where it will listen.</param>
    /// <param name="limits">Bounds that hold on every connection.</param>
    /// <param name="listen">Sets up what listens there: protocols, TLS.</param>
    /// <param name="logging">Where the server logs.</param>
    public static WebApplication Create(
        BoundPort port, Action<KestrelServerLimits> limits, Action<ListenOptions> listen, ILoggerFactory logging)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logging);
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        builder.Services.AddRoutingCore();

        // Who stops the server says how long that may take; the host would end it after 30 s.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.WebHost.UseKestrelCore()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = _ => port.Socket)
            .ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                limits(options.Limits);
                options.Listen(port.Socket.LocalEndPoint!, listen);
            });
        return builder.Build();
    }

    /// <summary>The process's signals are handled in one place, which is not this server.</summary>
    private sealed class NoHostLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
