namespace Webhooks.Client.Caching;

/// <summary>A handler's place at an informer, until it is disposed of.</summary>
/// <remarks>Thread safe.</remarks>
public abstract class HandlerRegistration : IDisposable, IAsyncDisposable
{
    private protected HandlerRegistration(string name) => Name = name;

    /// <summary>What metrics, logs and readings call the handler.</summary>
    public string Name { get; }

    /// <summary>Whether the handler has returned from the last call for an object that was there before it.</summary>
    public bool HasSynced => WhenSynced.IsCompletedSuccessfully;

    /// <summary>Ends when <see cref="HasSynced"/> becomes true; cancelled if the registration, or the informer, ends before.</summary>
    public abstract Task WhenSynced { get; }

    /// <summary>Lets no further call of the handler begin; one that is under way ends by itself. May be called by the handler.</summary>
    public abstract void Dispose();

    /// <summary>Lets no further call begin, and waits for one that is under way. Awaited by the handler it would wait for itself.</summary>
    public abstract ValueTask DisposeAsync();

    internal abstract RegistrationReading Read();
}
