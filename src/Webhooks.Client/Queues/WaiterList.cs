namespace Webhooks.Client.Queues;

/// <summary>The workers that wait, the longest waiting first. Each operation is O(1). Used under the queue's lock.</summary>
/// <remarks>It keeps as many for reuse as ever waited at once.</remarks>
internal sealed class WaiterList<TKey>(Func<Waiter<TKey>> create)
    where TKey : notnull, IEquatable<TKey>
{
    private Waiter<TKey>? _first;
    private Waiter<TKey>? _last;
    private Waiter<TKey>? _spare;

    public bool IsEmpty => _first == null;

    public Waiter<TKey> Add()
    {
        Waiter<TKey> waiter = _spare ?? create();
        _spare = waiter.Next;
        waiter.Next = null;
        waiter.Previous = _last;
        waiter.IsListed = true;
        _ = _last == null ? _first = waiter : _last.Next = waiter;
        _last = waiter;
        return waiter;
    }

    /// <summary>
    /// Gives ready keys to those who have waited longest. Nobody is woken to look for a key that another, or its own
    /// cancellation, may keep it from: it gets the key itself.
    /// </summary>
    /// <returns>The first to answer, chained to the others.</returns>
    public Waiter<TKey>? HandOut(Backlog<TKey> backlog, long now)
    {
        Waiter<TKey>? first = null;
        Waiter<TKey>? last = null;
        while (_first is { } waiter && backlog.TryTake(now, out NextKey<TKey> next))
        {
            Remove(waiter);
            waiter.Answer = next;
            _ = last == null ? first = waiter : last.Next = waiter;
            last = waiter;
        }

        return first;
    }

    /// <summary>Takes all of them out.</summary>
    /// <returns>The first to answer, with no key, chained to the others.</returns>
    public Waiter<TKey>? TakeAll()
    {
        Waiter<TKey>? first = null;
        while (_last is { } waiter)
        {
            Remove(waiter);
            (waiter.Next, first) = (first, waiter);
        }

        return first;
    }

    /// <summary>Takes one out that is listed.</summary>
    public void Remove(Waiter<TKey> waiter)
    {
        _ = waiter.Previous == null ? _first = waiter.Next : waiter.Previous.Next = waiter.Next;
        _ = waiter.Next == null ? _last = waiter.Previous : waiter.Next.Previous = waiter.Previous;
        waiter.Previous = waiter.Next = null;
        waiter.IsListed = false;
    }

    /// <summary>Keeps one for reuse.</summary>
    public void GiveBack(Waiter<TKey> waiter) => (_spare, waiter.Next) = (waiter, _spare);
}
