using Webhooks.Client.Objects;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Reconciling.Finalizing;

/// <summary>Keeps an object's finalizer: it is there before anything is done, and goes after all is undone.</summary>
/// <remarks>
/// An object that is first seen when it is to go already, without the finalizer, is left alone. Finalizers of others stay, also
/// those that come and go at the same time.
/// </remarks>
/// <param name="finalizer">Its name: <c>users.example.com/namespace</c>.</param>
/// <param name="cached">The object of a key, as a cache has it; <c>null</c> for one that is gone.</param>
/// <param name="transport">Where the finalizer is written.</param>
/// <param name="reconciler">What does the work, and the clean-up.</param>
/// <typeparam name="T">The kind of object.</typeparam>
public sealed class FinalizingReconciler<T>(string finalizer, Func<ObjectKey, T?> cached, IApiTransport transport, IFinalizedReconciler<T> reconciler) : IReconciler
    where T : class, IKubernetesObject<T>
{
    private readonly FinalizerWrites<T> _writes = new(new LiveObjects<T>(transport), finalizer);

    /// <inheritdoc />
    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (cached(key) is not { } item)
        {
            return ReconcileResult.AsWanted;
        }

        switch (FinalizerPlan.Next(item.Metadata, finalizer))
        {
            case FinalizerStep.Add:
                return await _writes.AddAsync(item, cancellationToken) is { } held
                    ? await reconciler.ReconcileAsync(held, cancellationToken)
                    : ReconcileResult.AsWanted;
            case FinalizerStep.Work:
                return await reconciler.ReconcileAsync(item, cancellationToken);
            case FinalizerStep.CleanUp:
                ReconcileResult result = await reconciler.CleanUpAsync(item, cancellationToken);
                if (result is ReconcileResult.Done)
                {
                    await _writes.RemoveAsync(item, cancellationToken);
                }

                return result;
            default:
                return ReconcileResult.AsWanted;
        }
    }
}
