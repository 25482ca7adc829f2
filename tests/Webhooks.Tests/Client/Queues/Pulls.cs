using Webhooks.Client.Queues;

namespace Webhooks.Tests.Client.Queues;

/// <summary>Takes keys of a queue in tests where nobody has to wait for another thread.</summary>
internal static class Pulls
{
    public static Pull<TKey> Pull<TKey>(this WorkQueue<TKey> queue, CancellationToken cancellationToken = default)
        where TKey : notnull, IEquatable<TKey> => new(queue.GetAsync(cancellationToken));

    /// <summary>The key that is ready.</summary>
    public static TKey Take<TKey>(this WorkQueue<TKey> queue)
        where TKey : notnull, IEquatable<TKey> => queue.Pull().Taken();

    /// <summary>The keys that are ready, each done at once.</summary>
    public static IReadOnlyList<TKey> TakeAll<TKey>(this WorkQueue<TKey> queue)
        where TKey : notnull, IEquatable<TKey>
    {
        List<TKey> keys = [];
        while (queue.Len > 0)
        {
            keys.Add(queue.Take());
            queue.Done(keys[^1]);
        }

        return keys;
    }
}
