using System.Diagnostics.CodeAnalysis;

namespace Webhooks.Client.Queues;

/// <summary>What a worker gets from a <see cref="WorkQueue{TKey}"/>: a key to work on, or word that there will be none any more.</summary>
/// <remarks>The default value is the latter.</remarks>
/// <typeparam name="TKey">What the queue holds.</typeparam>
public readonly struct NextKey<TKey>
    where TKey : notnull, IEquatable<TKey>
{
    private readonly TKey? _key;

    internal NextKey(TKey key, int priority, long? waited)
    {
        _key = key;
        Priority = priority;
        Waited = waited;
        IsKey = true;
    }

    /// <summary>The priority with which the key left, to add it again with; 0 without a key.</summary>
    public int Priority { get; }

    /// <summary>How long the key waited, in ticks of 100 ns; <c>null</c> where nobody measured.</summary>
    internal long? Waited { get; }

    private bool IsKey { get; }

    /// <summary>The key, which is the caller's alone until it calls <see cref="WorkQueue{TKey}.Done"/>.</summary>
    /// <param name="key">The key to work on.</param>
    /// <returns>False when the queue was shut down and is empty: the worker ends.</returns>
    public bool TryGet([MaybeNullWhen(false)] out TKey key)
    {
        key = _key;
        return IsKey;
    }
}
