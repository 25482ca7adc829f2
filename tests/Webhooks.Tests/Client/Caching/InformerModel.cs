using Webhooks.Client.Objects;
using Webhooks.Shared.Caching;

namespace Webhooks.Tests.Client.Caching;

/// <summary>What a server has, and what a cache that is told of it has to have. Few names, so that much happens to each.</summary>
internal sealed class InformerModel(Random random, int names)
{
    // No version that compares is 0.
    private const int First = 100;

    private static readonly string[] Colors = ["", "red", "blue", "red blue"];

    private readonly Dictionary<ObjectKey, ConfigMap> _kept = [];
    private long _keptVersion = First;
    private int _uid;

    public Dictionary<ObjectKey, ConfigMap> Server { get; } = [];

    public Dictionary<ObjectKey, ConfigMap> Cache { get; } = [];

    public long Version { get; private set; } = First;

    /// <summary>Lets something happen to an object.</summary>
    /// <returns>What it is, or was at last, and whether it is there.</returns>
    public (ConfigMap Map, bool IsThere) Change()
    {
        ObjectKey key = Maps.Key($"m{random.Next(names)}");
        Version += random.Next(1, 9);
        if (Server.TryGetValue(key, out ConfigMap? old) && random.Next(3) == 0)
        {
            Server.Remove(key);
            return (Next(key, old.Metadata.Uid), false);
        }

        Server[key] = Next(key, old?.Metadata.Uid ?? $"u{++_uid}");
        return (Server[key], true);
    }

    /// <summary>What a list that can't read some objects brings, and leaves.</summary>
    public (IReadOnlyList<ConfigMap> Items, IReadOnlyList<ObjectKey> Undecodable) List()
    {
        List<ObjectKey> undecodable = [.. Server.Keys.Where(_ => random.Next(12) == 0)];
        List<ConfigMap> items = [.. Server.Where(pair => !undecodable.Contains(pair.Key)).Select(pair => pair.Value)];
        foreach (ObjectKey gone in Cache.Keys.Except(Server.Keys).ToList())
        {
            Cache.Remove(gone);
        }

        items.ForEach(map => Cache[ObjectKey.Of(map)] = map);
        return (items, undecodable);
    }

    public void Keep()
    {
        _kept.Clear();
        Server.ToList().ForEach(pair => _kept.Add(pair.Key, pair.Value));
        _keptVersion = Version;
    }

    /// <summary>Sets the server back to what was kept.</summary>
    public void Restore()
    {
        Server.Clear();
        _kept.ToList().ForEach(pair => Server.Add(pair.Key, pair.Value));
        Version = _keptVersion;
    }

    private ConfigMap Next(ObjectKey key, string uid) => Maps.Map(key.Name, Version, Colors[random.Next(Colors.Length)], uid);
}
