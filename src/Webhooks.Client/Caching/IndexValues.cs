using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>The entries of an index are found by value.</summary>
internal readonly struct IndexValues<T> : ITrieKeys<IndexEntry<T>, string>
    where T : class, IKubernetesObject
{
    public static string KeyOf(IndexEntry<T> item) => item.Value;

    public static int HashOf(string key) => key.GetHashCode(StringComparison.Ordinal);
}
