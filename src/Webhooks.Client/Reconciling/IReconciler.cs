using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling;

/// <summary>Brings one object, and what belongs to it, to what is wanted.</summary>
/// <remarks>
/// It is told a key and nothing of what happened: it reads what there is, and does what is missing. It may be called at any
/// time and any number of times, for one key never twice at once; where nothing is missing it does nothing.
/// </remarks>
public interface IReconciler
{
    /// <summary>Looks at the object of a key. One that is gone is no failure: there is nothing to do, or to clean up.</summary>
    /// <param name="key">Whose turn it is.</param>
    /// <param name="cancellationToken">Ends with the controller: nothing may be written afterwards.</param>
    /// <returns>What comes next for this key.</returns>
    /// <exception cref="TerminalException">Trying again is of no use.</exception>
    /// <exception cref="Exception">Any other: it is tried again, later and later.</exception>
    Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken);
}
