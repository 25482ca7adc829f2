using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Server.Certificates;
using Webhooks.Server.Serving;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>All of <c>serve</c> in this process, which looks at its files every 25 ms.</summary>
internal sealed class QuickServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly Task _running;

    private QuickServer(ServePorts ports, CancellationTokenSource stop, Task running)
    {
        (Ports, _stop, _running) = (ports, stop, running);
    }

    public ServePorts Ports { get; }

    /// <summary>Starts one and waits until it is ready.</summary>
    public static async Task<QuickServer> StartAsync(TlsSettings tls, string templates)
    {
        ServeSettings settings = new() { BindAddress = IPAddress.Loopback, Port = 0, HealthPort = 0, Tls = tls, Templates = templates, DrainDelay = TimeSpan.Zero };
        ServeRun run = new(settings, NullLoggerFactory.Instance, new QuickTime());
        CancellationTokenSource stop = new();
        Task running = Task.Run(() => run.RunAsync(stop.Token));
        if (await Task.WhenAny(running, run.Ready) == running)
        {
            await running;
        }

        return new QuickServer(await run.Ready, stop, running);
    }

    /// <summary>What <c>/metrics</c> says of one that has no labels.</summary>
    public async Task<string> MetricAsync(string name)
    {
        using HttpClient client = new();
        string text = await client.GetStringAsync($"http://127.0.0.1:{Ports.Health}/metrics");
        return text.Split('\n').Single(line => line.StartsWith($"{name} ", StringComparison.Ordinal))[(name.Length + 1)..];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
