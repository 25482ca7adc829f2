namespace Webhooks.Client.Queues;

/// <summary>The items that workers have, in the order in which they took them. Each operation is O(1).</summary>
internal sealed class ProcessingItems<TKey>
    where TKey : notnull, IEquatable<TKey>
{
    private QueueItem<TKey>? _oldest;
    private QueueItem<TKey>? _newest;

    // Of the times when they were taken: what all of them have taken so far needs no look at each.
    private long _sum;

    public int Count { get; private set; }

    public void Add(QueueItem<TKey> item, long now)
    {
        item.IsProcessing = true;
        item.Started = now;
        item.Previous = _newest;
        _ = _newest == null ? _oldest = item : _newest.Next = item;
        _newest = item;
        _sum += now;
        Count++;
    }

    public void Remove(QueueItem<TKey> item)
    {
        _ = item.Previous == null ? _oldest = item.Next : item.Previous.Next = item.Next;
        _ = item.Next == null ? _newest = item.Previous : item.Next.Previous = item.Previous;
        item.Previous = item.Next = null;
        item.IsProcessing = false;
        _sum -= item.Started;
        Count--;
    }

    /// <summary>How long all of them together have been worked on.</summary>
    public long Unfinished(long now) => (Count * now) - _sum;

    /// <summary>How long the oldest has been worked on; 0 when there is none.</summary>
    public long Longest(long now) => _oldest == null ? 0 : now - _oldest.Started;
}
