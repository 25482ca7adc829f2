using Webhooks.Client.Caching;
using Webhooks.Client.Objects;

namespace Webhooks.Tests.Client.Caching;

/// <summary>ConfigMaps as tests of caches want them, and texts of them.</summary>
internal static class Maps
{
    public const string ByColor = "color";

    /// <summary>A ConfigMap whose label <c>colors</c> has words that <see cref="Colors"/> finds it by.</summary>
    public static ConfigMap Map(string name, long version, string colors = "", string uid = "", string @namespace = "ns") => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name,
            Namespace = @namespace,
            Uid = uid,
            ResourceVersion = $"{version}",
            Labels = colors.Length == 0 ? StringMap.Empty : StringMap.Of([new("colors", colors)]),
        },
    };

    public static IEnumerable<string> Colors(ConfigMap map) =>
        map.Metadata.Labels.TryGetValue("colors", out string? colors) ? colors.Split(' ') : [];

    public static string Text(this ConfigMap map) => $"{map.Metadata.Name}@{map.Metadata.ResourceVersion}{(map.Metadata.Uid is [_, ..] uid ? $"/{uid}" : "")}";

    /// <summary>All of them, sorted.</summary>
    public static IEnumerable<string> Texts(this IEnumerable<ConfigMap> maps) => maps.Select(Text).Order(StringComparer.Ordinal);

    public static ObjectKey Key(string name) => new("ns", name);

    /// <summary>Something that a store tells, as <see cref="HeardCalls"/> has it.</summary>
    public static string Text(Notification<ConfigMap> told) => told.Kind switch
    {
        NotificationKind.Updated or NotificationKind.Unchanged => $"{told.Kind} {told.Old!.Text()} to {told.Item!.Text()}",
        _ => $"{told.Kind} {told.Item!.Text()}",
    };
}
