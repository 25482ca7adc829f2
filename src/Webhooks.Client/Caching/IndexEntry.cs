using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>What an index has under one value, which is never nothing. Immutable.</summary>
internal sealed record IndexEntry<T>(string Value, Trie<T, ObjectKey, ObjectKeys<T>> Items)
    where T : class, IKubernetesObject;
