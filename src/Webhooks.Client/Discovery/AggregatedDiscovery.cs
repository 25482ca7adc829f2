using System.Collections.Immutable;
using Webhooks.Client.Objects;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Discovery;

/// <summary>Reads the form that has all resources at once (<c>apidiscovery.k8s.io</c>, v2 and v2beta1, which are the same).</summary>
internal static class AggregatedDiscovery
{
    /// <summary>Whether an answer has that form: a server that does not know it answers in the plain one.</summary>
    public static bool Is(JsonValue root) => root["kind"u8].AsString() == "APIGroupDiscoveryList";

    /// <summary>Adds the resources of an answer, and the groups and versions that it is not sure of.</summary>
    public static void Read(JsonValue root, List<DiscoveredResource> resources, List<GroupVersion> stale)
    {
        foreach (JsonValue group in root["items"u8].Items())
        {
            string name = DiscoveryTexts.Of(group["metadata"u8]["name"u8]);
            foreach (JsonValue part in group["versions"u8].Items())
            {
                GroupVersion version = new(name, DiscoveryTexts.Of(part["version"u8]));
                if (part["freshness"u8].AsString() == "Stale")
                {
                    stale.Add(version);
                }

                resources.AddRange(part["resources"u8].Items().Select(resource => ResourceOf(version, resource)).OfType<DiscoveredResource>());
            }
        }
    }

    // One without a kind has parts only.
    private static DiscoveredResource? ResourceOf(GroupVersion version, JsonValue resource)
    {
        string plural = DiscoveryTexts.Of(resource["resource"u8]);
        string kind = DiscoveryTexts.Of(resource["responseKind"u8]["kind"u8]);
        ImmutableArray<string> parts = [.. resource["subresources"u8].Items().Select(part => DiscoveryTexts.Of(part["subresource"u8]))];
        return plural.Length == 0 || kind.Length == 0
            ? null
            : new DiscoveredResource(
                new ResourceType(version.Group, version.Version, plural, kind, resource["scope"u8].AsString() == "Namespaced"),
                DiscoveryTexts.Of(resource["singularResource"u8]),
                DiscoveryTexts.All(resource["shortNames"u8]),
                DiscoveryTexts.All(resource["categories"u8]),
                DiscoveryTexts.All(resource["verbs"u8]),
                parts);
    }
}
