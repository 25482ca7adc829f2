using Webhooks.Client.Objects;
using Webhooks.Client.Watching;

namespace Webhooks.Benchmarks.Watches;

/// <summary>A cache as small as can be.</summary>
internal sealed class LatestPods(Action replaced) : IReflectorSink<PodMetadata>
{
    public Dictionary<ObjectKey, PodMetadata> Items { get; } = [];

    public void Replace(IReadOnlyList<PodMetadata> items, IReadOnlyList<ObjectKey> undecodable, string resourceVersion)
    {
        Items.Clear();
        foreach (PodMetadata item in items)
        {
            Items[ObjectKey.Of(item)] = item;
        }

        replaced();
    }

    public void Set(PodMetadata item) => Items[ObjectKey.Of(item)] = item;

    public void Remove(PodMetadata item) => Items.Remove(ObjectKey.Of(item));
}
