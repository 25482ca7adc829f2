using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;

namespace Webhooks.Sandbox.Kinds;

/// <summary>What clients are told that use what is deprecated.</summary>
internal static class Deprecations
{
    /// <summary>Of a built-in kind; <c>null</c> for nothing. Source: the <c>APILifecycleDeprecated</c> methods of k8s.io/api.</summary>
    public static string? OfBuiltIn(GroupVersionKind kind) => kind switch
    {
        { Group: "", Kind: "Endpoints" } => "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice",
        { Group: "", Kind: "ComponentStatus" } => "v1 ComponentStatus is deprecated in v1.19+",
        _ => null,
    };

    /// <summary>Of a version of a custom resource: its own words, or the best version that is served and not deprecated.</summary>
    /// <param name="spec">The definition's spec.</param>
    /// <param name="version">The version's entry in it.</param>
    /// <param name="kind">The kind in that version.</param>
    public static string? OfVersion(JsonValue spec, JsonValue version, GroupVersionKind kind)
    {
        if (version["deprecated"u8].Kind != JsonKind.True)
        {
            return null;
        }

        if (version["deprecationWarning"u8].AsString() is { } own)
        {
            return own;
        }

        string? better = spec["versions"u8].Items()
            .Where(other => other["served"u8].Kind == JsonKind.True && other["deprecated"u8].Kind != JsonKind.True)
            .Select(other => other["name"u8].GetString())
            .Where(name => KubeVersion.PreferredFirst.Compare(name, kind.Version) < 0)
            .Order(KubeVersion.PreferredFirst)
            .FirstOrDefault();
        string use = better == null ? "" : $"; use {kind.Group}/{better} {kind.Kind}";
        return $"{kind.Group}/{kind.Version} {kind.Kind} is deprecated{use}";
    }
}
