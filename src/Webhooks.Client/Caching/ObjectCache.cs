using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;
using Webhooks.Client.Watching;

namespace Webhooks.Client.Caching;

/// <summary>Brings what a reflector says into the store, and then to all listeners: one lock gives both the same order.</summary>
internal sealed class ObjectCache<T>(string name, ILogger logger) : IReflectorSink<T>
    where T : class, IKubernetesObject
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Notification<T>> _changes = [];
    private volatile Listener<T>[] _listeners = [];
    private long _setBacks;
    private long _indexFailures;
    private bool _isEnded;

    public ObjectStore<T> Store { get; } = new();

    /// <summary>Ends with the first list; cancelled if the cache ends before.</summary>
    public Task Synced => _synced.Task;

    public IReadOnlyList<Listener<T>> Listeners => _listeners;

    public long SetBacks => _setBacks;

    public long IndexFailures => _indexFailures;

    /// <returns>False when there is another index of that name.</returns>
    public bool TryAddIndex(string index, Func<T, IEnumerable<string>> values)
    {
        lock (_lock)
        {
            return Store.TryAddIndex(new Indexer<T>(index, values, NoteIndexFailure));
        }
    }

    /// <summary>Tells a listener of all there is, and then of every change.</summary>
    /// <returns>False when the cache has ended.</returns>
    public bool TryAdd(Listener<T> listener)
    {
        lock (_lock)
        {
            if (_isEnded)
            {
                return false;
            }

            _listeners = [.. _listeners, listener];
            if (Synced.IsCompletedSuccessfully)
            {
                listener.TellAll(Store.Snapshot.Items);
            }

            return true;
        }
    }

    public void Remove(Listener<T> listener)
    {
        lock (_lock)
        {
            _listeners = Array.FindAll(_listeners, other => other != listener);
        }
    }

    public void Resync(Listener<T> listener)
    {
        lock (_lock)
        {
            if (Synced.IsCompletedSuccessfully)
            {
                listener.TellAgain(Store.Snapshot.Items);
            }
        }
    }

    public async Task EndAsync()
    {
        lock (_lock)
        {
            _isEnded = true;
        }

        _synced.TrySetCanceled();
        foreach (Listener<T> listener in _listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }
    }

    public void Replace(IReadOnlyList<T> items, IReadOnlyList<ObjectKey> undecodable, string resourceVersion)
    {
        lock (_lock)
        {
            if (Store.Replace(items, undecodable, resourceVersion, _changes))
            {
                Interlocked.Increment(ref _setBacks);
                InformerLog.SetBack(logger, name, resourceVersion);
            }

            TellChanges();
            if (_synced.TrySetResult())
            {
                InformerLog.Synced(logger, name, Store.Snapshot.Items.Count, resourceVersion);
                Array.ForEach(_listeners, listener => listener.Tell(new Notification<T>(NotificationKind.Synced)));
            }
        }
    }

    public void Set(T item)
    {
        lock (_lock)
        {
            Store.Set(item, _changes);
            TellChanges();
        }
    }

    public void Remove(T item)
    {
        lock (_lock)
        {
            Store.Remove(item, _changes);
            TellChanges();
        }
    }

    private void NoteIndexFailure(string index, ObjectKey key, Exception failure)
    {
        Interlocked.Increment(ref _indexFailures);
        InformerLog.IndexFailed(logger, name, index, key, failure);
    }

    private void TellChanges()
    {
        foreach (Listener<T> listener in _listeners)
        {
            foreach (Notification<T> change in _changes)
            {
                listener.Tell(change);
            }
        }

        // After a list, not all the room is kept.
        _changes.Clear();
        _changes = _changes.Capacity > 64 ? [] : _changes;
    }
}
