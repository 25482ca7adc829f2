using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>A call of a reconciler, to be answered once.</summary>
internal sealed class ReconcileCall(ObjectKey key, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<ReconcileResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ObjectKey Key => key;

    public CancellationToken Cancellation => cancellationToken;

    public Task<ReconcileResult> Answered => _answer.Task;

    public void Succeed() => Answer(ReconcileResult.AsWanted);

    public void Answer(ReconcileResult result) => _answer.SetResult(result);

    public void Throw(Exception failure) => _answer.SetException(failure);
}
