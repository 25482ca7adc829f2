using Microsoft.Extensions.Logging;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Client.Watching;
using Webhooks.Shared;
using Webhooks.Shared.Caching;

namespace Webhooks.Tests.Client.Caching;

/// <summary>An informer that runs, and is told by the test what a reflector would tell it. It keeps what is logged.</summary>
internal sealed class DrivenInformer : ILogger, IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<string> _log = [];
    private readonly Task _run;
    private IReflectorSink<ConfigMap>? _sink;

    public DrivenInformer(string name = "maps")
    {
        Informer = new SharedInformer<ConfigMap>(name, ReflectAsync, Time, this);
        Informer.AddIndex(Maps.ByColor, Maps.Colors);
        _run = Informer.RunAsync(_end.Token);
    }

    public ManualTime Time { get; } = new();

    public SharedInformer<ConfigMap> Informer { get; }

    public IReflectorSink<ConfigMap> Sink => _sink!;

    public Lister<ConfigMap> Lister => Informer.Lister;

    public IReadOnlyList<string> Logged
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>A whole list.</summary>
    public void List(long version, params ConfigMap[] maps) => Sink.Replace(maps, [], $"{version}");

    /// <summary>Adds a handler that keeps what it hears.</summary>
    public HeardCalls Hear(TimeSpan? resync = null)
    {
        HeardCalls calls = new();
        Informer.AddHandler(calls, resync);
        return calls;
    }

    /// <summary>Ends the run, and waits for its end.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_log)
        {
            _log.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }

    private Task ReflectAsync(IReflectorSink<ConfigMap> sink, CancellationToken cancellationToken)
    {
        _sink = sink;
        return Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
