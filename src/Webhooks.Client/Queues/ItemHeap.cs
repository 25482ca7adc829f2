namespace Webhooks.Client.Queues;

/// <summary>Items of which the first is known, and any can be moved or taken out: O(log n) each. Every item knows its index.</summary>
/// <param name="place">Where its items are said to be.</param>
/// <param name="isBefore">A strict order.</param>
internal sealed class ItemHeap<TKey>(QueuePlace place, Func<QueueItem<TKey>, QueueItem<TKey>, bool> isBefore)
    where TKey : notnull, IEquatable<TKey>
{
    private QueueItem<TKey>?[] _items = new QueueItem<TKey>?[16];

    public int Count { get; private set; }

    /// <summary>Null when there is none.</summary>
    public QueueItem<TKey>? First => _items[0];

    public void Add(QueueItem<TKey> item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        item.Place = place;
        item.Index = Count++;
        MoveUp(item);
    }

    /// <summary>Puts an item right that now comes earlier than it did.</summary>
    public void MoveUp(QueueItem<TKey> item)
    {
        int index = item.Index;
        while (index > 0)
        {
            int parent = (index - 1) / 2;
            if (!isBefore(item, _items[parent]!))
            {
                break;
            }

            Put(_items[parent]!, index);
            index = parent;
        }

        Put(item, index);
    }

    public void Remove(QueueItem<TKey> item)
    {
        QueueItem<TKey> last = _items[--Count]!;
        _items[Count] = null;
        item.Place = QueuePlace.Nowhere;
        if (last == item)
        {
            return;
        }

        // The last one takes the gap, from where it may belong further down or, in another branch, further up.
        last.Index = item.Index;
        MoveDown(last);
        MoveUp(last);
    }

    private void MoveDown(QueueItem<TKey> item)
    {
        int index = item.Index;
        for (int child = (2 * index) + 1; child < Count; child = (2 * index) + 1)
        {
            if (child + 1 < Count && isBefore(_items[child + 1]!, _items[child]!))
            {
                child++;
            }

            if (!isBefore(_items[child]!, item))
            {
                break;
            }

            Put(_items[child]!, index);
            index = child;
        }

        Put(item, index);
    }

    private void Put(QueueItem<TKey> item, int index)
    {
        _items[index] = item;
        item.Index = index;
    }
}
