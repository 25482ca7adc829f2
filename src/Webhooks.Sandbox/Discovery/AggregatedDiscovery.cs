using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Discovery;

/// <summary>Discovery in one document: <c>APIGroupDiscoveryList</c> of <c>apidiscovery.k8s.io</c>.</summary>
internal static class AggregatedDiscovery
{
    /// <summary>Writes the core group, at <c>/api</c>.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="version">The version of the form that was asked for: <c>v2</c> or <c>v2beta1</c>.</param>
    /// <param name="writer">Where to.</param>
    public static void WriteCore(IEnumerable<ApiGroup> groups, string version, JsonWriter writer) =>
        Write(groups.Where(group => group.Name.Length == 0), version, writer);

    /// <summary>Writes all other groups, at <c>/apis</c>; those of the same priority by name.</summary>
    public static void WriteGroups(IEnumerable<ApiGroup> groups, string version, JsonWriter writer) => Write(
        groups.Where(group => group.Name.Length > 0)
            .OrderByDescending(group => GroupPriority.Of(group.Name))
            .ThenBy(group => group.Name, StringComparer.Ordinal),
        version,
        writer);

    private static void Write(IEnumerable<ApiGroup> groups, string version, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("kind", "APIGroupDiscoveryList");
        writer.WriteText("apiVersion", "apidiscovery.k8s.io/" + version);
        writer.WriteName("metadata"u8);
        writer.StartObject();
        writer.EndObject();
        writer.WriteName("items"u8);
        writer.StartArray();
        foreach (ApiGroup group in groups)
        {
            WriteGroup(group, writer);
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void WriteGroup(ApiGroup group, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteName("metadata"u8);
        writer.StartObject();
        if (group.Name.Length > 0)
        {
            writer.WriteText("name", group.Name);
        }

        writer.EndObject();
        writer.WriteName("versions"u8);
        writer.StartArray();
        foreach (ApiVersion version in group.Versions)
        {
            writer.StartObject();
            writer.WriteText("version", version.GroupVersion.Version);
            writer.WriteName("resources"u8);
            writer.StartArray();
            foreach (ApiResource resource in version.Resources)
            {
                WriteResource(resource, writer);
            }

            writer.EndArray();
            writer.WriteText("freshness", "Current");
            writer.EndObject();
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void WriteResource(ApiResource resource, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("resource", resource.Plural);
        WriteKind(resource, resource.Gvk, writer);
        writer.WriteText("scope", resource.IsNamespaced ? "Namespaced" : "Cluster");
        writer.WriteText("singularResource", resource.Singular);
        writer.WriteTexts("verbs", resource.Verbs);
        writer.WriteTextsIfAny("shortNames", resource.ShortNames);
        writer.WriteTextsIfAny("categories", resource.Categories);
        if (resource.Subresources.Count > 0)
        {
            writer.WriteName("subresources"u8);
            writer.StartArray();
            foreach (ApiSubresource subresource in resource.Subresources)
            {
                writer.StartObject();
                writer.WriteText("subresource", subresource.Name);
                WriteKind(resource, subresource.Kind, writer);
                writer.WriteTexts("verbs", subresource.Verbs);
                writer.EndObject();
            }

            writer.EndArray();
        }

        writer.EndObject();
    }

    /// <summary>Built-in resources leave group and version empty where they are the resource's own; custom ones say them.</summary>
    private static void WriteKind(ApiResource resource, GroupVersionKind kind, JsonWriter writer)
    {
        bool isImplied = !resource.IsCustom && (kind.Group, kind.Version) == (resource.Group, resource.Version);
        writer.WriteName("responseKind"u8);
        writer.StartObject();
        writer.WriteText("group", isImplied ? "" : kind.Group);
        writer.WriteText("version", isImplied ? "" : kind.Version);
        writer.WriteText("kind", kind.Kind);
        writer.EndObject();
    }
}
