using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Webhooks.FunctionalTests.Telemetry;

/// <summary>A collector on a loopback port that keeps what it gets.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];

    private Collector(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _server = builder.Build();
        _server.Run(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            _received.Enqueue((context.Request.Path, body.ToArray()));
            await answer(context);
        });
    }

    /// <summary>Where to send to, without a path.</summary>
    public string Endpoint => _server.Urls.Single();

    public static Task<Collector> StartAsync(int status = 200) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>One that reads and never answers.</summary>
    public static Task<Collector> StartSilentAsync() => StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    /// <summary>True once a body that was posted to a path holds all these bytes.</summary>
    public bool Got(string path, params IEnumerable<byte[]> parts) =>
        _received.Any(request => request.Path == path && parts.All(part => request.Body.AsSpan().IndexOf(part) >= 0));

    /// <summary>The same of texts.</summary>
    public bool GotText(string path, params IEnumerable<string> parts) => Got(path, parts.Select(Encoding.UTF8.GetBytes));

    /// <summary>The paths that were posted to, each once.</summary>
    public IReadOnlySet<string> Paths => _received.Select(request => request.Path).ToHashSet();

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource atOnce = new();
        await atOnce.CancelAsync();
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
    }

    private static async Task<Collector> StartAsync(Func<HttpContext, Task> answer)
    {
        Collector collector = new(answer);
        await collector._server.StartAsync();
        return collector;
    }
}
