namespace Webhooks.Client.Caching;

/// <summary>A cache of objects, whatever they are: what runs it, waits for it and looks into it.</summary>
public abstract class Informer
{
    private protected Informer(string name) => Name = name;

    /// <summary>What metrics, logs and readings call it.</summary>
    public string Name { get; }

    /// <summary>Whether every object of the first whole list is in the cache.</summary>
    public abstract bool HasSynced { get; }

    /// <summary>Waits for <see cref="HasSynced"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the informer's run has ended.</exception>
    public abstract Task WhenSyncedAsync(CancellationToken cancellationToken = default);

    /// <summary>Keeps the cache true until it is cancelled. Then, no call of a handler is under way and none follows.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="InvalidOperationException">It has been run before.</exception>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Tells how it gets on.</summary>
    public abstract InformerReading Read();
}
