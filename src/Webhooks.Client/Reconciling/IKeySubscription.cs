namespace Webhooks.Client.Reconciling;

/// <summary>A controller's term at one of its sources. Disposing of it ends it: no key is told any more.</summary>
public interface IKeySubscription : IDisposable
{
    /// <summary>Ends when all that there was at the beginning is known, and its keys have been told.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before.</exception>
    Task WhenSyncedAsync(CancellationToken cancellationToken);
}
