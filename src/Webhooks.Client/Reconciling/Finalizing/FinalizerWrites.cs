using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Reconciling.Finalizing;

/// <summary>Writes a finalizer into objects and out of them, and begins anew from a fresh read when their lists have changed.</summary>
internal sealed class FinalizerWrites<T>(LiveObjects<T> live, string finalizer)
    where T : class, IKubernetesObject<T>
{
    private const int Attempts = 5;

    /// <summary>Sees to it that the finalizer is there.</summary>
    /// <returns>The object with it; <c>null</c> when the object is gone, or is to go.</returns>
    public Task<T?> AddAsync(T item, CancellationToken cancellationToken) =>
        WriteAsync(item, FinalizerStep.Add, FinalizerPlan.Adding, cancellationToken);

    /// <summary>Sees to it that the finalizer is not there.</summary>
    public Task RemoveAsync(T item, CancellationToken cancellationToken) =>
        WriteAsync(item, FinalizerStep.CleanUp, FinalizerPlan.Removing, cancellationToken);

    private async Task<T?> WriteAsync(T item, FinalizerStep step, Func<ObjectMeta, string, OperationsPatch> patch, CancellationToken cancellationToken)
    {
        T current = item;
        for (int attempt = 1; FinalizerPlan.Next(current.Metadata, finalizer) == step; attempt++)
        {
            KubernetesApiException problem;
            try
            {
                return await live.PatchAsync(ObjectKey.Of(item), patch(current.Metadata, finalizer), part: null, cancellationToken);
            }
            catch (KubernetesApiException refusal) when (refusal.Reason == StatusReason.NotFound)
            {
                return null;
            }
            catch (KubernetesApiException refusal) when (attempt < Attempts && MayBeStale(refusal))
            {
                problem = refusal;
            }

            if (await live.FreshAsync(item, cancellationToken) is not { } fresh)
            {
                return null;
            }

            if (fresh.Metadata.ResourceVersion == current.Metadata.ResourceVersion)
            {
                // It was not stale: the server has another reason.
                throw problem;
            }

            current = fresh;
        }

        // Somebody else has done it, or it is not to be done any more.
        return FinalizerPlan.Next(current.Metadata, finalizer) == FinalizerStep.Work ? current : null;
    }

    // A test that fails is answered as invalid, and so is a finalizer for what is to go.
    private static bool MayBeStale(KubernetesApiException refusal) => refusal.Reason == StatusReason.Conflict || refusal.Reason == StatusReason.Invalid;
}
