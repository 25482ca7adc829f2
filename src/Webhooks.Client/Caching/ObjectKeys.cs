using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>Objects are found by namespace and name.</summary>
internal readonly struct ObjectKeys<T> : ITrieKeys<T, ObjectKey>
    where T : class, IKubernetesObject
{
    public static ObjectKey KeyOf(T item) => new(item.Metadata.Namespace, item.Metadata.Name);

    public static int HashOf(ObjectKey key) => key.GetHashCode();
}
