using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>Reads the cache of an informer: no request is sent, and nobody is waited for.</summary>
/// <remarks>
/// Thread safe. Each answer is of one moment and stays as it is, whatever the cache learns meanwhile; two answers may be of two
/// moments. Before the informer has synced it is empty.
/// </remarks>
/// <typeparam name="T">The objects.</typeparam>
public sealed class Lister<T>
    where T : class, IKubernetesObject
{
    private readonly ObjectStore<T> _store;

    internal Lister(ObjectStore<T> store) => _store = store;

    /// <summary>Finds an object by namespace and name.</summary>
    /// <param name="key">Its key.</param>
    /// <returns><c>null</c> if it is not there.</returns>
    public T? Get(ObjectKey key) => _store.Snapshot.Items.Find(key);

    /// <summary>All objects, in no order. Nothing is copied.</summary>
    public IReadOnlyCollection<T> List() => _store.Snapshot.Items;

    /// <summary>The objects that an index has under a value, in no order. Nothing is copied.</summary>
    /// <param name="index">The name of the index.</param>
    /// <param name="value">What its function gave for them; compared to the byte.</param>
    /// <exception cref="ArgumentException">There is no such index.</exception>
    public IReadOnlyCollection<T> ByIndex(string index, string value) => _store.Snapshot.Index(index).Find(value);
}
