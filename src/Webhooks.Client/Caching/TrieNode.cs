using System.Numerics;

namespace Webhooks.Client.Caching;

/// <summary>A branching of a trie: up to 32 ways, of which only those that lead somewhere take room. Immutable.</summary>
/// <param name="ways">A bit for each way; 0 for items whose hashes are the same, which stand in any order.</param>
/// <param name="slots">Items, and branchings that follow; in the order of the bits.</param>
internal sealed class TrieNode(uint ways, object[] slots)
{
    public object[] Slots => slots;

    /// <summary>Where a way is among the slots.</summary>
    /// <returns>The complement of where it would be if there is no such way.</returns>
    public int Find(uint way)
    {
        int index = BitOperations.PopCount(ways & (way - 1));
        return (ways & way) != 0 ? index : ~index;
    }

    public TrieNode Add(uint way, int index, object slot)
    {
        object[] more = new object[slots.Length + 1];
        Array.Copy(slots, more, index);
        more[index] = slot;
        Array.Copy(slots, index, more, index + 1, slots.Length - index);
        return new TrieNode(ways | way, more);
    }

    public TrieNode Replace(int index, object slot)
    {
        object[] others = [.. slots];
        others[index] = slot;
        return new TrieNode(ways, others);
    }

    public TrieNode Remove(uint way, int index)
    {
        object[] fewer = new object[slots.Length - 1];
        Array.Copy(slots, fewer, index);
        Array.Copy(slots, index + 1, fewer, index, fewer.Length - index);
        return new TrieNode(ways & ~way, fewer);
    }
}
