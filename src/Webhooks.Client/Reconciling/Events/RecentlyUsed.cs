using System.Diagnostics.CodeAnalysis;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>A dictionary of what was used last: beyond its size the value that was not used for longest is forgotten. Not thread safe.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int size)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = [];
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _order = [];

    public int Count => _nodes.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_nodes.TryGetValue(key, out LinkedListNode<KeyValuePair<TKey, TValue>>? node))
        {
            value = default;
            return false;
        }

        _order.Remove(node);
        _order.AddFirst(node);
        value = node.Value.Value;
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        if (_nodes.Remove(key, out LinkedListNode<KeyValuePair<TKey, TValue>>? before))
        {
            _order.Remove(before);
        }
        else if (_nodes.Count == size)
        {
            _nodes.Remove(_order.Last!.Value.Key);
            _order.RemoveLast();
        }

        _nodes[key] = _order.AddFirst(new KeyValuePair<TKey, TValue>(key, value));
    }
}
