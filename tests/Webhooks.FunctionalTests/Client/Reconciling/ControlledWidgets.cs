using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;
using Webhooks.Client.Reconciling.Finalizing;
using Webhooks.Client.Reconciling.Owning;
using Webhooks.Client.Reconciling.Sources;
using Webhooks.Client.Watching;
using Webhooks.Shared;
using Webhooks.Shared.Reconciling;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>Widgets as a program would have them controlled: informers that run, and a controller whose terms a test begins and ends.</summary>
internal sealed class ControlledWidgets : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly SandboxTransport _transport;
    private readonly Task _informers;
    private readonly Controller _controller;

    private ControlledWidgets(SandboxTransport transport)
    {
        _transport = transport;
        SharedInformer<Widget> widgets = InformerOf<Widget>();
        SharedInformer<ConfigMap> maps = InformerOf<ConfigMap>();
        maps.AddIndex(OwnerIndex.Name, OwnerIndex.ValuesOf);
        WidgetReconciler reconciler = new(transport, new NotedEvents(), TimeProvider.System)
        {
            Cached = widget => maps.Lister.ByIndex(OwnerIndex.Name, widget.Metadata.Uid),
        };
        _controller = new Controller(
            new ControllerOptions { Name = "widgets", Workers = 2 },
            new FinalizingReconciler<Widget>(WidgetReconciler.Finalizer, widgets.Lister.Get, transport, reconciler),
            [KeySources.For(widgets, new() { WhenChanged = Changes.Generation }), KeySources.Owns<Widget, ConfigMap>(maps)],
            TimeProvider.System,
            NullLogger.Instance);
        _informers = Task.WhenAll(widgets.RunAsync(_end.Token), maps.RunAsync(_end.Token));
        Cached = widgets;
        Children = maps;
    }

    public SharedInformer<Widget> Cached { get; }

    public SharedInformer<ConfigMap> Children { get; }

    /// <summary>Starts the informers.</summary>
    public static ControlledWidgets Start(SandboxTransport transport) => new(transport);

    /// <summary>Runs a term until a fact holds and no key waits or is worked on.</summary>
    public async Task TermAsync(Func<Task<bool>> fact)
    {
        using CancellationTokenSource end = new();
        Task run = _controller.RunAsync(end.Token);
        await Eventually.HoldsAsync(async () =>
            await fact() && _controller.Readings is { IsRunning: true, WaitsFor.Count: 0, Running.Count: 0, QueueDepth: 0 });
        await end.CancelAsync();
        await run;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _informers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _controller.Dispose();
        _end.Dispose();
    }

    private SharedInformer<T> InformerOf<T>()
        where T : class, IKubernetesObject<T> => new(
            T.Resource.Plural,
            (sink, cancellationToken) => new Reflector<T>(
                _transport, sink, new ReflectorOptions<T> { Namespace = "default" }, TimeProvider.System, NullLogger.Instance).RunAsync(cancellationToken),
            TimeProvider.System,
            NullLogger.Instance);
}
