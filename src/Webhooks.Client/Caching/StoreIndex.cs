using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>One index at one moment. Immutable.</summary>
internal sealed class StoreIndex<T>
    where T : class, IKubernetesObject
{
    private readonly Trie<IndexEntry<T>, string, IndexValues<T>> _entries;

    public StoreIndex(Indexer<T> indexer)
        : this(indexer, Trie<IndexEntry<T>, string, IndexValues<T>>.Empty)
    {
    }

    private StoreIndex(Indexer<T> indexer, Trie<IndexEntry<T>, string, IndexValues<T>> entries) => (Indexer, _entries) = (indexer, entries);

    public Indexer<T> Indexer { get; }

    /// <summary>How many values there are under which something is found.</summary>
    public int Count => _entries.Count;

    public Trie<T, ObjectKey, ObjectKeys<T>> Find(string value) => _entries.Find(value)?.Items ?? Trie<T, ObjectKey, ObjectKeys<T>>.Empty;

    /// <summary>With an object in the place of what it was before.</summary>
    /// <param name="old">What has the key now; <c>null</c> for nothing.</param>
    /// <param name="item">What is to have it; <c>null</c> for nothing.</param>
    public StoreIndex<T> Change(T? old, T? item)
    {
        IReadOnlyCollection<string> values = item == null ? [] : Indexer.Of(item);
        Trie<IndexEntry<T>, string, IndexValues<T>> entries = _entries;
        if (old != null)
        {
            ObjectKey key = ObjectKeys<T>.KeyOf(old);
            foreach (string value in Indexer.Of(old))
            {
                entries = values.Contains(value) ? entries : Without(entries, value, key);
            }
        }

        foreach (string value in values)
        {
            entries = entries.With(new IndexEntry<T>(value, (entries.Find(value)?.Items ?? Trie<T, ObjectKey, ObjectKeys<T>>.Empty).With(item!)));
        }

        return ReferenceEquals(entries, _entries) ? this : new StoreIndex<T>(Indexer, entries);
    }

    private static Trie<IndexEntry<T>, string, IndexValues<T>> Without(Trie<IndexEntry<T>, string, IndexValues<T>> entries, string value, ObjectKey key)
    {
        if (entries.Find(value) is not { } entry)
        {
            return entries;
        }

        Trie<T, ObjectKey, ObjectKeys<T>> left = entry.Items.Without(key);
        return left.Count == 0 ? entries.Without(value) : entries.With(new IndexEntry<T>(value, left));
    }
}
