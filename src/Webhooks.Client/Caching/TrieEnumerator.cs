using System.Collections;

namespace Webhooks.Client.Caching;

/// <summary>Goes through the items of a trie, which does not change meanwhile.</summary>
internal sealed class TrieEnumerator<TItem> : IEnumerator<TItem>
    where TItem : class
{
    // Seven branchings use up the 32 bits of a hash; one more has those whose hashes are the same.
    private const int Deepest = 8;

    private readonly object?[] _only;
    private readonly object?[][] _slots = new object?[Deepest + 1][];
    private readonly int[] _next = new int[Deepest + 1];
    private int _depth;
    private TItem? _current;

    public TrieEnumerator(object? root)
    {
        _only = root == null ? [] : [root];
        Reset();
    }

    public TItem Current => _current!;

    object IEnumerator.Current => Current;

    public bool MoveNext()
    {
        while (_depth >= 0)
        {
            object?[] slots = _slots[_depth];
            if (_next[_depth] == slots.Length)
            {
                _depth--;
                continue;
            }

            object slot = slots[_next[_depth]++]!;
            if (slot is not TrieNode node)
            {
                _current = (TItem)slot;
                return true;
            }

            _slots[++_depth] = node.Slots;
            _next[_depth] = 0;
        }

        _current = null;
        return false;
    }

    public void Reset()
    {
        _slots[0] = _only;
        _next[0] = 0;
        _depth = 0;
    }

    public void Dispose()
    {
    }
}
