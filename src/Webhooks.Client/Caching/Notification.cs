using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>What a registration is told, in a place of its queue.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Old">What an updated object was.</param>
/// <param name="Item">The object.</param>
/// <param name="All">Of a snapshot or a resync: the objects.</param>
internal readonly record struct Notification<T>(NotificationKind Kind, T? Old = null, T? Item = null, Trie<T, ObjectKey, ObjectKeys<T>>? All = null)
    where T : class, IKubernetesObject
{
    /// <summary>How many calls of the handler it takes.</summary>
    public int Calls => All?.Count ?? (Kind == NotificationKind.Synced ? 0 : 1);
}
