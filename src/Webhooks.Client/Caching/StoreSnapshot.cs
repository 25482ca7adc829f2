using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>All objects and their indexes at one moment, which belong together. Immutable; what changes it makes another.</summary>
internal sealed class StoreSnapshot<T>
    where T : class, IKubernetesObject
{
    private readonly StoreIndex<T>[] _indexes;

    private StoreSnapshot(Trie<T, ObjectKey, ObjectKeys<T>> items, StoreIndex<T>[] indexes) => (Items, _indexes) = (items, indexes);

    public static StoreSnapshot<T> Empty { get; } = new(Trie<T, ObjectKey, ObjectKeys<T>>.Empty, []);

    public Trie<T, ObjectKey, ObjectKeys<T>> Items { get; }

    /// <exception cref="ArgumentException">There is no such index.</exception>
    public StoreIndex<T> Index(string name) => TryIndex(name)
        ?? throw new ArgumentException($"There is no index {name} of {typeof(T).Name}: name it when the informer is made, or add it.", nameof(name));

    public StoreIndex<T>? TryIndex(string name) => Array.Find(_indexes, index => index.Indexer.Name == name);

    public StoreSnapshot<T> WithIndex(Indexer<T> indexer)
    {
        StoreIndex<T> index = Items.Aggregate(new StoreIndex<T>(indexer), (made, item) => made.Change(null, item));
        return new StoreSnapshot<T>(Items, [.. _indexes, index]);
    }

    /// <summary>With an object in the place of what has its key.</summary>
    /// <param name="old">What has it; <c>null</c> for nothing.</param>
    /// <param name="item">What is to have it.</param>
    public StoreSnapshot<T> With(T? old, T item) => Change(old, item, Items.With(item));

    public StoreSnapshot<T> Without(T item) => Change(item, null, Items.Without(ObjectKeys<T>.KeyOf(item)));

    private StoreSnapshot<T> Change(T? old, T? item, Trie<T, ObjectKey, ObjectKeys<T>> items) =>
        new(items, _indexes.Length == 0 ? _indexes : Array.ConvertAll(_indexes, index => index.Change(old, item)));
}
