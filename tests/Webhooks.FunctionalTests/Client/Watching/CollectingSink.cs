using System.Collections.Concurrent;
using Webhooks.Client.Objects;
using Webhooks.Client.Watching;

namespace Webhooks.FunctionalTests.Client.Watching;

/// <summary>What a reflector has told, to be looked at from other threads.</summary>
internal sealed class CollectingSink : IReflectorSink<ConfigMap>
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, ConfigMap> _items = new(StringComparer.Ordinal);

    /// <summary>The sizes of the lists that came.</summary>
    public ConcurrentQueue<int> Lists { get; } = [];

    /// <summary>The names and data of what is there: <c>a=1 b=2</c>.</summary>
    public string Shown
    {
        get
        {
            lock (_lock)
            {
                return string.Join(' ', _items.Values.Select(item => $"{item.Metadata.Name}={item.Data.GetValueOrDefault("k")}"));
            }
        }
    }

    public void Replace(IReadOnlyList<ConfigMap> items, IReadOnlyList<ObjectKey> undecodable, string resourceVersion)
    {
        lock (_lock)
        {
            _items.Clear();
            foreach (ConfigMap item in items)
            {
                _items[item.Metadata.Name] = item;
            }
        }

        Lists.Enqueue(items.Count);
    }

    public void Set(ConfigMap item)
    {
        lock (_lock)
        {
            _items[item.Metadata.Name] = item;
        }
    }

    public void Remove(ConfigMap item)
    {
        lock (_lock)
        {
            _items.Remove(item.Metadata.Name);
        }
    }
}
