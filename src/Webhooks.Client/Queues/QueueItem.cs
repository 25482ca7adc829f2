namespace Webhooks.Client.Queues;

/// <summary>What a queue knows of one key. It waits in at most one heap: a key that is ready, or dirty, has no delay left.</summary>
internal sealed class QueueItem<TKey>
    where TKey : notnull, IEquatable<TKey>
{
    /// <summary>Null only while the item is kept for reuse: a queue holds on to no key it is done with.</summary>
    public TKey Key { get; set; } = default!;

    public QueuePlace Place { get; set; }

    /// <summary>A worker has it.</summary>
    public bool IsProcessing { get; set; }

    /// <summary>It was added while a worker has it.</summary>
    public bool IsDirty { get; set; }

    /// <summary>It will be handed out without being added again.</summary>
    public bool IsPending => IsDirty || Place != QueuePlace.Nowhere;

    public int Priority { get; set; }

    /// <summary>The order in which keys became ready; of one that is delayed, in which they were added.</summary>
    public long Sequence { get; set; }

    /// <summary>When a delayed key becomes ready.</summary>
    public long Due { get; set; }

    /// <summary>When it was first added since it was last taken; <c>null</c> where nobody measures.</summary>
    public long? Added { get; set; }

    /// <summary>When a worker took it.</summary>
    public long Started { get; set; }

    /// <summary>Where in its heap it is.</summary>
    public int Index { get; set; }

    /// <summary>Its neighbours among the items in process; the next one also among those kept for reuse.</summary>
    public QueueItem<TKey>? Previous { get; set; }

    public QueueItem<TKey>? Next { get; set; }
}
