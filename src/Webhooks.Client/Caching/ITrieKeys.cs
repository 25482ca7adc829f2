namespace Webhooks.Client.Caching;

/// <summary>How a <see cref="Trie{TItem,TKey,TKeys}"/> finds its items: their keys are theirs, and are not stored beside them.</summary>
internal interface ITrieKeys<TItem, TKey>
{
    static abstract TKey KeyOf(TItem item);

    static abstract int HashOf(TKey key);
}
