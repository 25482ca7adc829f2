using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;
using Webhooks.Client.Reconciling.Finalizing;
using Webhooks.Shared;
using Webhooks.Shared.Reconciling;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>A reconciler of widgets with a finalizer, a child and a status, and the API server that it works on.</summary>
public abstract class ReconciledWidgets : IAsyncLifetime
{
    private protected const string One = WidgetCluster.Widgets + "/one";

    private FinalizingReconciler<Widget> _reconciler = null!;

    private protected ManualTime Time { get; } = new();

    private protected NotedEvents Events { get; } = new();

    private protected Dictionary<ObjectKey, Widget> Cached { get; } = [];

    private protected WidgetCluster Cluster { get; private set; } = null!;

    private protected WidgetReconciler Widgets { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Cluster = await WidgetCluster.StartAsync();
        Widgets = new WidgetReconciler(Cluster.Transport, Events, Time);
        _reconciler = new FinalizingReconciler<Widget>(WidgetReconciler.Finalizer, Cached.GetValueOrDefault, Cluster.Transport, Widgets);
    }

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    /// <summary>Shows the reconciler a widget.</summary>
    private protected void Cache(Widget? widget) => Cached[ObjectKey.Of(widget!)] = widget!;

    /// <summary>Reconciles the widget <c>one</c>.</summary>
    private protected Task<ReconcileResult> ReconcileAsync() => _reconciler.ReconcileAsync(new ObjectKey("default", "one"), CancellationToken.None);
}
