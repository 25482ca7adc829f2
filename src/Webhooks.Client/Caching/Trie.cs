using System.Collections;

namespace Webhooks.Client.Caching;

/// <summary>Items that are found by key, and that stay as they are: a change makes another trie, which shares all but a few nodes.</summary>
/// <remarks>
/// Immutable, and so safe for any thread without a lock. A hash array mapped trie: finding and changing are O(log₃₂ n); an item
/// takes about 25 bytes besides itself, since its key is its own. The order is that of the hashes, which differs from run to run.
/// </remarks>
internal sealed class Trie<TItem, TKey, TKeys> : IReadOnlyCollection<TItem>
    where TItem : class
    where TKeys : ITrieKeys<TItem, TKey>
{
    private const int Bits = 5;
    private const int HashBits = 32;

    // An item, a TrieNode, or nothing. A node that has but one item is not there: the item takes its place.
    private readonly object? _root;

    private Trie(object? root, int count) => (_root, Count) = (root, count);

    public static Trie<TItem, TKey, TKeys> Empty { get; } = new(null, 0);

    public int Count { get; }

    public TItem? Find(TKey key)
    {
        uint hash = (uint)TKeys.HashOf(key);
        object? at = _root;
        for (int shift = 0; at is TrieNode node; shift += Bits)
        {
            int index = IndexIn(node, key, hash, shift);
            at = index < 0 ? null : node.Slots[index];
        }

        return at is TItem item && Has(item, key) ? item : null;
    }

    /// <summary>With an item in the place of the one that has its key.</summary>
    public Trie<TItem, TKey, TKeys> With(TItem item)
    {
        TKey key = TKeys.KeyOf(item);
        bool replaces = false;
        object root = _root == null ? item : Put(_root, item, key, (uint)TKeys.HashOf(key), 0, ref replaces);
        return new Trie<TItem, TKey, TKeys>(root, replaces ? Count : Count + 1);
    }

    /// <summary>Without the item that has a key; itself if there is none.</summary>
    public Trie<TItem, TKey, TKeys> Without(TKey key)
    {
        object? root = _root == null ? null : Take(_root, key, (uint)TKeys.HashOf(key), 0);
        return ReferenceEquals(root, _root) ? this : root == null ? Empty : new Trie<TItem, TKey, TKeys>(root, Count - 1);
    }

    public IEnumerator<TItem> GetEnumerator() => new TrieEnumerator<TItem>(_root);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Has(TItem item, TKey key) => EqualityComparer<TKey>.Default.Equals(TKeys.KeyOf(item), key);

    private static uint WayOf(uint hash, int shift) => 1u << (int)((hash >> shift) & ((1 << Bits) - 1));

    // Once the hash has no bits left, its items are searched one by one.
    private static int IndexIn(TrieNode node, TKey key, uint hash, int shift) =>
        shift < HashBits ? node.Find(WayOf(hash, shift)) : Array.FindIndex(node.Slots, slot => Has((TItem)slot, key));

    private static object Put(object at, TItem item, TKey key, uint hash, int shift, ref bool replaces)
    {
        if (at is not TrieNode node)
        {
            TItem other = (TItem)at;
            replaces = Has(other, key);
            return replaces ? item : Branch(other, (uint)TKeys.HashOf(TKeys.KeyOf(other)), item, hash, shift);
        }

        int index = IndexIn(node, key, hash, shift);
        return index >= 0 ? node.Replace(index, Put(node.Slots[index], item, key, hash, shift + Bits, ref replaces))
            : shift < HashBits ? node.Add(WayOf(hash, shift), ~index, item)
            : node.Add(0, node.Slots.Length, item);
    }

    private static TrieNode Branch(TItem one, uint oneHash, TItem other, uint otherHash, int shift)
    {
        if (shift >= HashBits)
        {
            return new TrieNode(0, [one, other]);
        }

        uint oneWay = WayOf(oneHash, shift);
        uint otherWay = WayOf(otherHash, shift);
        return oneWay == otherWay ? new TrieNode(oneWay, [Branch(one, oneHash, other, otherHash, shift + Bits)])
            : new TrieNode(oneWay | otherWay, oneWay < otherWay ? [one, other] : [other, one]);
    }

    private static object? Take(object at, TKey key, uint hash, int shift)
    {
        if (at is not TrieNode node)
        {
            return Has((TItem)at, key) ? null : at;
        }

        int index = IndexIn(node, key, hash, shift);
        object? before = index < 0 ? null : node.Slots[index];
        object? after = before == null ? null : Take(before, key, hash, shift + Bits);
        return ReferenceEquals(before, after) ? at
            : after != null ? after is TItem && node.Slots.Length == 1 ? after : node.Replace(index, after)
            : node.Slots is [var first, var second] && (index == 0 ? second : first) is TItem left ? left
            : node.Remove(shift < HashBits ? WayOf(hash, shift) : 0, index);
    }
}
