using Webhooks.Client.Objects;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Discovery;

/// <summary>Reads the older form: which groups there are, and of each group and version its resources.</summary>
internal static class PlainDiscovery
{
    /// <summary>The versions of the core group, in the order the server prefers.</summary>
    public static IEnumerable<GroupVersion> CoreVersions(JsonValue root) =>
        DiscoveryTexts.All(root["versions"u8]).Select(version => new GroupVersion("", version));

    /// <summary>The versions of the other groups, of each group the preferred one first.</summary>
    public static IEnumerable<GroupVersion> Versions(JsonValue root)
    {
        foreach (JsonValue group in root["groups"u8].Items())
        {
            string name = DiscoveryTexts.Of(group["name"u8]);
            string preferred = DiscoveryTexts.Of(group["preferredVersion"u8]["version"u8]);
            IEnumerable<string> versions = group["versions"u8].Items().Select(version => DiscoveryTexts.Of(version["version"u8]));
            foreach (string version in versions.Where(version => version.Length > 0).OrderBy(version => version == preferred ? 0 : 1))
            {
                yield return new GroupVersion(name, version);
            }
        }
    }

    /// <summary>The resources of a group in one version; <c>pods/status</c> is a part of <c>pods</c>.</summary>
    public static IEnumerable<DiscoveredResource> Resources(GroupVersion version, JsonValue root)
    {
        JsonValue[] entries = [.. root["resources"u8].Items()];
        ILookup<string, string> parts = entries.Select(entry => DiscoveryTexts.Of(entry["name"u8]).Split('/', 2))
            .Where(name => name.Length == 2)
            .ToLookup(name => name[0], name => name[1], StringComparer.Ordinal);
        foreach (JsonValue entry in entries)
        {
            string plural = DiscoveryTexts.Of(entry["name"u8]);
            string kind = DiscoveryTexts.Of(entry["kind"u8]);
            if (plural.Length == 0 || plural.Contains('/', StringComparison.Ordinal) || kind.Length == 0)
            {
                continue;
            }

            yield return new DiscoveredResource(
                new ResourceType(version.Group, version.Version, plural, kind, entry["namespaced"u8].Kind == JsonKind.True),
                DiscoveryTexts.Of(entry["singularName"u8]),
                DiscoveryTexts.All(entry["shortNames"u8]),
                DiscoveryTexts.All(entry["categories"u8]),
                DiscoveryTexts.All(entry["verbs"u8]),
                [.. parts[plural]]);
        }
    }
}
