using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Discovery;

/// <summary>A group with the versions that are served, the preferred one first.</summary>
/// <param name="Name">Its name; empty for the core group.</param>
/// <param name="Versions">At least one.</param>
internal sealed record ApiGroup(string Name, ImmutableArray<ApiVersion> Versions)
{
    /// <summary>The groups of these resources, in the order in which discovery lists them.</summary>
    public static ImmutableArray<ApiGroup> Of(IEnumerable<ApiResource> resources) =>
    [
        .. resources.GroupBy(resource => resource.Group)
            .OrderByDescending(group => GroupPriority.Of(group.Key))
            .ThenBy(group => group.Select(resource => $"{resource.Version}.{resource.Group}").Min(StringComparer.Ordinal), StringComparer.Ordinal)
            .Select(group => new ApiGroup(group.Key, VersionsOf(group))),
    ];

    private static ImmutableArray<ApiVersion> VersionsOf(IGrouping<string, ApiResource> group) =>
    [
        .. group.GroupBy(resource => resource.Version)
            .OrderByDescending(version => GroupPriority.Of(new GroupVersion(group.Key, version.Key)))
            .ThenBy(version => version.Key, KubeVersion.PreferredFirst)
            .Select(version => new ApiVersion(
                new GroupVersion(group.Key, version.Key),
                [.. version.OrderBy(resource => resource.Plural, StringComparer.Ordinal)])),
    ];
}
