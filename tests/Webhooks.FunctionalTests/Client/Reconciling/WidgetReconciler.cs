using System.Text;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;
using Webhooks.Client.Reconciling.Events;
using Webhooks.Client.Reconciling.Finalizing;
using Webhooks.Client.Reconciling.Owning;
using Webhooks.Client.Reconciling.Statuses;
using Webhooks.Client.Sending;
using Webhooks.Shared.Reconciling;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>Keeps one ConfigMap for each widget, of the widget's name, and says in the widget's status whether it is there.</summary>
internal sealed class WidgetReconciler(IApiTransport transport, IEventRecorder events, TimeProvider time) : IFinalizedReconciler<Widget>
{
    public const string Finalizer = "example.com/configmap";

    private readonly Children<ConfigMap> _children = new(transport);
    private readonly StatusWriter<Widget, WidgetStatus> _statuses = new(transport, widget => widget.Status);

    /// <summary>The ConfigMaps of a widget, as a cache shows them.</summary>
    public Func<Widget, IReadOnlyCollection<ConfigMap>> Cached { get; init; } = _ => [];

    /// <summary>What was cleaned up.</summary>
    public List<string> CleanedUp { get; } = [];

    public async Task<ReconcileResult> ReconcileAsync(Widget item, CancellationToken cancellationToken)
    {
        string? problem = Cached(item).Count > 0 ? null : await CreateAsync(item, cancellationToken);
        Condition condition = problem == null
            ? Condition.True("Ready", "Made", "", item.Metadata.Generation)
            : Condition.False("Ready", "NotOwned", problem, item.Metadata.Generation);
        await _statuses.WriteAsync(item, status => status with { Phase = "On", Conditions = status.Conditions.With(condition, time.GetUtcNow()) }, cancellationToken);
        return ReconcileResult.AsWanted;
    }

    public Task<ReconcileResult> CleanUpAsync(Widget item, CancellationToken cancellationToken)
    {
        CleanedUp.Add(item.Metadata.Name);
        return Task.FromResult(ReconcileResult.AsWanted);
    }

    private async Task<string?> CreateAsync(Widget widget, CancellationToken cancellationToken)
    {
        OwnerReference owner = ControllerReference.To(widget);
        string body = $$$"""
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{widget.Metadata.Name}}}","ownerReferences":[
            {"apiVersion":"{{{owner.ApiVersion}}}","kind":"{{{owner.Kind}}}","name":"{{{owner.Name}}}","uid":"{{{owner.Uid}}}","controller":true,"blockOwnerDeletion":true}]}}
            """;
        if (await _children.CreateAsync(widget, ObjectKey.Of(widget), Encoding.UTF8.GetBytes(body), cancellationToken) is not ChildOutcome<ConfigMap>.NotOwned taken)
        {
            return null;
        }

        events.Record(EventSubject.Of(widget), EventType.Warning, "NotOwned", taken.Message);
        return taken.Message;
    }
}
