using Webhooks.Client.Objects;
using Webhooks.Client.Watching;

namespace Webhooks.Tests.Client.Watching;

/// <summary>Keeps what a reflector tells, as an informer would, and each call as a text.</summary>
internal sealed class RecordingSink : IReflectorSink<ConfigMap>
{
    /// <summary>What is there.</summary>
    public SortedDictionary<string, ConfigMap> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>The calls, oldest first: <c>= a@1 b@2</c>, <c>+a@3</c>, <c>-a@4</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What is there, as <c>a@1 b@2</c>.</summary>
    public string Shown => string.Join(' ', Items.Values.Select(Text));

    public void Replace(IReadOnlyList<ConfigMap> items, IReadOnlyList<ObjectKey> undecodable, string resourceVersion)
    {
        Calls.Add(string.Join(' ', ["=", .. items.Select(Text), .. undecodable.Select(key => $"?{key.Name}")]));
        Dictionary<string, ConfigMap> kept = undecodable.Where(key => Items.ContainsKey(key.Name)).ToDictionary(key => key.Name, key => Items[key.Name]);
        Items.Clear();
        foreach (ConfigMap item in items.Concat(kept.Values))
        {
            Items[item.Metadata.Name] = item;
        }
    }

    public void Set(ConfigMap item)
    {
        Calls.Add("+" + Text(item));
        Items[item.Metadata.Name] = item;
    }

    public void Remove(ConfigMap item)
    {
        Calls.Add("-" + Text(item));
        Items.Remove(item.Metadata.Name);
    }

    private static string Text(ConfigMap item) => $"{item.Metadata.Name}@{item.Metadata.ResourceVersion}";
}
