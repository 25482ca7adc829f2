using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;
using Webhooks.Client.Watching;

namespace Webhooks.Client.Caching;

/// <summary>A cache of the objects of one resource, kept true by one list and its watch, for any number of readers and handlers.</summary>
/// <remarks>
/// <para>
/// Thread safe. Readers take no lock. What the server says is first in the cache and its indexes, and then told to the handlers,
/// each of which has a queue of its own. A handler may come at any time: it is told of all there is, and then of every change.
/// </para>
/// <para>
/// The version of an object never goes back, unless a whole list is older than what is known: then the server was set back, which
/// is believed and counted. An object that can't be read any more stays as it was known.
/// </para>
/// <para>Its meter is <c>Webhooks.Client.Caching</c>, with the tag <c>name</c>, and of handlers also <c>handler</c>; it tells while it runs.</para>
/// </remarks>
/// <typeparam name="T">The objects.</typeparam>
public sealed class SharedInformer<T> : Informer
    where T : class, IKubernetesObject
{
    private readonly ObjectCache<T> _cache;
    private readonly Func<IReflectorSink<T>, CancellationToken, Task> _reflect;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _hasRun;

    /// <param name="name">What metrics, logs and readings call it.</param>
    /// <param name="reflect">Tells the sink what the server says until it is cancelled.</param>
    /// <param name="time">The clock of resyncs.</param>
    /// <param name="logger">Hears of handlers that fail, and of a server that was set back.</param>
    internal SharedInformer(string name, Func<IReflectorSink<T>, CancellationToken, Task> reflect, TimeProvider time, ILogger logger)
        : base(name)
    {
        _cache = new ObjectCache<T>(name, logger);
        _reflect = reflect;
        _time = time;
        _logger = logger;
        Lister = new Lister<T>(_cache.Store);
    }

    /// <summary>Reads the cache, without a lock and without a request.</summary>
    public Lister<T> Lister { get; }

    /// <inheritdoc />
    public override bool HasSynced => _cache.Synced.IsCompletedSuccessfully;

    /// <summary>Lets objects be found by something else than their key, from now on.</summary>
    /// <param name="name">What <see cref="Lister{T}.ByIndex"/> calls the index.</param>
    /// <param name="values">
    /// Under which values an object is found: always the same for the same object. One for which it throws is not in the index,
    /// which is logged and counted.
    /// </param>
    /// <exception cref="InvalidOperationException">There is an index of that name with another function.</exception>
    public void AddIndex(string name, Func<T, IEnumerable<string>> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(values);
        if (!_cache.TryAddIndex(name, values))
        {
            throw new InvalidOperationException($"Informer {Name} has an index {name} with another function: choose another name.");
        }
    }

    /// <summary>Lets a handler hear of every object there is, and then of every change.</summary>
    /// <param name="handler">What is called.</param>
    /// <param name="resync">
    /// How often it is told of every object again, as an update from itself to itself; <c>null</c>: never. That sends no request.
    /// A time that comes before the handler is through with the last one is left out.
    /// </param>
    /// <param name="name">What metrics, logs and readings call it; <c>null</c>: as its type is called.</param>
    /// <returns>Ends it when disposed of.</returns>
    /// <exception cref="InvalidOperationException">The informer's run has ended.</exception>
    public HandlerRegistration AddHandler(IInformerHandler<T> handler, TimeSpan? resync = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(resync ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(resync));
        Listener<T> listener = new(name ?? handler.GetType().Name, handler, _cache, NoteFailure, _time, resync);
        if (!_cache.TryAdd(listener))
        {
            throw new InvalidOperationException($"Informer {Name} has ended: add handlers before, or while it runs.");
        }

        listener.Start();
        return listener;
    }

    /// <inheritdoc />
    public override Task WhenSyncedAsync(CancellationToken cancellationToken = default) => _cache.Synced.WaitAsync(cancellationToken);

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _hasRun, true))
        {
            throw new InvalidOperationException($"Informer {Name} has been run: make another one.");
        }

        using InformerMetrics metrics = new(Read);
        try
        {
            await _reflect(_cache, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _cache.EndAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public override InformerReading Read() => new(
        Name,
        HasSynced,
        Lister.List().Count,
        _cache.Store.ResourceVersion,
        _cache.SetBacks,
        _cache.IndexFailures,
        [.. _cache.Listeners.Select(listener => listener.Read())]);

    private void NoteFailure(string handler, ObjectKey key, Exception failure) => InformerLog.HandlerFailed(_logger, Name, handler, key, failure);
}
