using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Finalizing;

/// <summary>Brings one object to what is wanted, and cleans up after it when it is to go.</summary>
/// <remarks>For each object never both at once, and each any number of times.</remarks>
/// <typeparam name="T">The kind of object.</typeparam>
public interface IFinalizedReconciler<T>
    where T : class, IKubernetesObject<T>
{
    /// <summary>Looks at an object that stays. The finalizer is in the API server: what is done now will be cleaned up.</summary>
    /// <param name="item">The object; may be from a cache.</param>
    /// <param name="cancellationToken">Ends with the controller.</param>
    Task<ReconcileResult> ReconcileAsync(T item, CancellationToken cancellationToken);

    /// <summary>Undoes what was done outside of an object that is to go.</summary>
    /// <param name="item">The object; may be from a cache.</param>
    /// <param name="cancellationToken">Ends with the controller.</param>
    /// <returns><see cref="ReconcileResult.Done"/> when all is undone: then the finalizer goes, and with it the object. Anything else keeps it.</returns>
    Task<ReconcileResult> CleanUpAsync(T item, CancellationToken cancellationToken);
}
