using Webhooks.Server.Certificates;
using Webhooks.Server.Files;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Certificates;

/// <summary>TLS whose files are watched by a clock that the test moves.</summary>
internal sealed class WatchedTls : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public WatchedTls(TlsSettings settings)
    {
        Tls = ServingTls.Load(settings, Time, Log);
        Server = new TlsServer(Tls);
        _watching = Tls.WatchAsync(_stop.Token);
    }

    public ManualTime Time { get; } = new(DateTimeOffset.UtcNow);

    public LogLines Log { get; } = new();

    public ServingTls Tls { get; }

    public TlsServer Server { get; }

    /// <summary>Lets the watch look again and again until a fact holds.</summary>
    public Task UntilAsync(Func<bool> fact) => UntilAsync(() => Task.FromResult(fact()));

    /// <summary>Lets the watch look again and again until a fact holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> fact)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (!await fact())
        {
            Assert.False(_watching.IsCompleted, _watching.Exception?.ToString());
            Time.Advance(FileWatch.Interval);
            await Task.Delay(1, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        await Server.DisposeAsync();
        _stop.Dispose();
    }
}
