using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Caching;
using Webhooks.Client.Watching;
using Webhooks.Shared;
using Webhooks.Shared.Reconciling;

namespace Webhooks.Tests.Client.Reconciling.Sources;

/// <summary>An informer of widgets that runs, and is told by a test what there is.</summary>
internal sealed class FedInformer : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _run;

    private FedInformer()
    {
        Informer = new SharedInformer<Widget>("widgets", ReflectAsync, Time, NullLogger.Instance);
        _run = Informer.RunAsync(_end.Token);
    }

    public ManualTime Time { get; } = new();

    public SharedInformer<Widget> Informer { get; }

    /// <summary>How often somebody asked for a list.</summary>
    public int Lists { get; private set; }

    public IReflectorSink<Widget> Sink { get; private set; } = null!;

    public static FedInformer Start() => new();

    /// <summary>A whole list comes.</summary>
    /// <returns>Where later changes go.</returns>
    public IReflectorSink<Widget> List(params Widget[] items)
    {
        Sink.Replace(items, [], "100");
        return Sink;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private Task ReflectAsync(IReflectorSink<Widget> sink, CancellationToken cancellationToken)
    {
        Lists++;
        Sink = sink;
        return Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
