using System.Runtime.InteropServices;

namespace Webhooks.Client.Queues;

/// <summary>
/// Which keys wait, in which order, and which are in process: the rules of a work queue, without threads, and with the
/// time, in ticks of 100 ns, as an argument.
/// </summary>
/// <remarks>
/// Not thread safe. Each operation is O(log n); none allocates while there are no more keys than before, and no more than
/// <see cref="MostSpares"/> of them.
/// </remarks>
internal sealed class Backlog<TKey>
    where TKey : notnull, IEquatable<TKey>
{
    private const int MostSpares = 1024;

    private readonly Dictionary<TKey, QueueItem<TKey>> _items = [];
    private readonly ItemHeap<TKey> _ready = new(QueuePlace.Ready, static (one, other) =>
        one.Priority != other.Priority ? one.Priority > other.Priority : one.Sequence < other.Sequence);

    private readonly ItemHeap<TKey> _delayed = new(QueuePlace.Delayed, static (one, other) =>
        one.Due != other.Due ? one.Due < other.Due : one.Sequence < other.Sequence);

    private QueueItem<TKey>? _spare;
    private int _spares;
    private long _sequence;

    /// <summary>How many keys are ready.</summary>
    public int Ready => _ready.Count;

    /// <summary>How often a key became ready, or dirty, that was not.</summary>
    public long Adds { get; private set; }

    /// <summary>When the next delayed key is due; <c>null</c> for none.</summary>
    public long? NextDue => _delayed.First?.Due;

    public ProcessingItems<TKey> Processing { get; } = new();

    /// <summary>Makes a key ready, or dirty while a worker has it; ends its delay.</summary>
    /// <param name="key">The key.</param>
    /// <param name="priority">Of one that waits already, it counts if it is higher.</param>
    /// <param name="added">Now; <c>null</c> where nobody measures how long it waits.</param>
    public void Add(TKey key, int priority, long? added)
    {
        QueueItem<TKey> item = ItemOf(key, priority);
        if (item.Place == QueuePlace.Delayed)
        {
            _delayed.Remove(item);
        }

        if (!item.IsPending)
        {
            Enter(item, added);
        }
    }

    /// <summary>Makes a key ready later, unless it is, or is due, earlier.</summary>
    public void AddDelayed(TKey key, int priority, long due)
    {
        QueueItem<TKey> item = ItemOf(key, priority);
        if (!item.IsPending)
        {
            item.Due = due;
            item.Sequence = _sequence++;
            _delayed.Add(item);
        }
        else if (item.Place == QueuePlace.Delayed && due < item.Due)
        {
            item.Due = due;
            _delayed.MoveUp(item);
        }
    }

    /// <summary>Makes the delayed keys ready whose time has come, in the order of their times.</summary>
    public void ReleaseDue(long now)
    {
        while (_delayed.First is { } item && item.Due <= now)
        {
            _delayed.Remove(item);
            Enter(item, now);
        }
    }

    /// <summary>Forgets the keys that are delayed.</summary>
    public void DropDelayed()
    {
        while (_delayed.First is { } item)
        {
            _delayed.Remove(item);
            Release(item);
        }
    }

    /// <summary>Gives a ready key to a worker.</summary>
    /// <returns>False when none is ready.</returns>
    public bool TryTake(long now, out NextKey<TKey> next)
    {
        if (_ready.First is not { } item)
        {
            next = default;
            return false;
        }

        _ready.Remove(item);
        Processing.Add(item, now);
        next = new NextKey<TKey>(item.Key, item.Priority, now - item.Added);
        return true;
    }

    /// <summary>Takes a key back from its worker; one that is dirty is ready again.</summary>
    /// <returns>When the worker took it; <c>null</c>: no worker has it.</returns>
    public long? Done(TKey key)
    {
        if (!_items.TryGetValue(key, out QueueItem<TKey>? item) || !item.IsProcessing)
        {
            return null;
        }

        long started = item.Started;
        Processing.Remove(item);
        if (item.IsDirty)
        {
            item.IsDirty = false;
            MakeReady(item);
        }

        Release(item);
        return started;
    }

    private void Enter(QueueItem<TKey> item, long? added)
    {
        Adds++;
        item.Added = added;
        if (item.IsProcessing)
        {
            item.IsDirty = true;
        }
        else
        {
            MakeReady(item);
        }
    }

    private void MakeReady(QueueItem<TKey> item)
    {
        item.Sequence = _sequence++;
        _ready.Add(item);
    }

    private QueueItem<TKey> ItemOf(TKey key, int priority)
    {
        ref QueueItem<TKey>? item = ref CollectionsMarshal.GetValueRefOrAddDefault(_items, key, out bool _);
        if (item == null)
        {
            item = _spare ?? new QueueItem<TKey>();
            if (item == _spare)
            {
                (_spare, item.Next) = (item.Next, null);
                _spares--;
            }

            item.Key = key;
        }

        if (!item.IsPending)
        {
            item.Priority = priority;
        }
        else if (priority > item.Priority)
        {
            item.Priority = priority;
            if (item.Place == QueuePlace.Ready)
            {
                _ready.MoveUp(item);
            }
        }

        return item;
    }

    // Lets go of a key that neither waits nor is in process.
    private void Release(QueueItem<TKey> item)
    {
        if (item.IsPending || item.IsProcessing)
        {
            return;
        }

        _items.Remove(item.Key);
        item.Key = default!;
        if (_spares < MostSpares)
        {
            (_spare, item.Next) = (item, _spare);
            _spares++;
        }
    }
}
