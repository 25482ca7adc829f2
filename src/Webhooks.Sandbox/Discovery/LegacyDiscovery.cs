using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Discovery;

/// <summary>Discovery in one document per level: <c>/api</c>, <c>/apis</c>, <c>/apis/GROUP</c>, <c>/apis/GROUP/VERSION</c>.</summary>
internal static class LegacyDiscovery
{
    /// <summary>Writes the versions of the core group, with where the server is to be reached.</summary>
    public static void WriteCoreVersions(IEnumerable<ApiGroup> groups, string serverAddress, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("kind", "APIVersions");
        writer.WriteTexts("versions", groups.Where(group => group.Name.Length == 0).SelectMany(group => group.Versions).Select(version => version.GroupVersion.Version));
        writer.WriteName("serverAddressByClientCIDRs"u8);
        writer.StartArray();
        writer.StartObject();
        writer.WriteText("clientCIDR", "0.0.0.0/0");
        writer.WriteText("serverAddress", serverAddress);
        writer.EndObject();
        writer.EndArray();
        writer.EndObject();
    }

    /// <summary>Writes all groups but the core group.</summary>
    public static void WriteGroups(IEnumerable<ApiGroup> groups, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("kind", "APIGroupList");
        writer.WriteText("apiVersion", "v1");
        writer.WriteName("groups"u8);
        writer.StartArray();
        foreach (ApiGroup group in groups.Where(group => group.Name.Length > 0))
        {
            writer.StartObject();
            WriteVersions(group, writer);
            writer.EndObject();
        }

        writer.EndArray();
        writer.EndObject();
    }

    /// <summary>Writes one group.</summary>
    public static void WriteGroup(ApiGroup group, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("kind", "APIGroup");
        writer.WriteText("apiVersion", "v1");
        WriteVersions(group, writer);
        writer.EndObject();
    }

    /// <summary>Writes the resources of a version, each followed by its subresources.</summary>
    public static void WriteResources(ApiVersion version, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("kind", "APIResourceList");
        if (version.GroupVersion.Group.Length > 0)
        {
            writer.WriteText("apiVersion", "v1");
        }

        writer.WriteText("groupVersion", version.GroupVersion.ToString());
        writer.WriteName("resources"u8);
        writer.StartArray();
        foreach (ApiResource resource in version.Resources)
        {
            WriteResource(resource, writer);
            foreach (ApiSubresource subresource in resource.Subresources)
            {
                WriteSubresource(resource, subresource, writer);
            }
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void WriteVersions(ApiGroup group, JsonWriter writer)
    {
        writer.WriteText("name", group.Name);
        writer.WriteName("versions"u8);
        writer.StartArray();
        foreach (ApiVersion version in group.Versions)
        {
            WriteVersion(version.GroupVersion, writer);
        }

        writer.EndArray();
        writer.WriteName("preferredVersion"u8);
        WriteVersion(group.Versions[0].GroupVersion, writer);
    }

    private static void WriteVersion(GroupVersion version, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("groupVersion", version.ToString());
        writer.WriteText("version", version.Version);
        writer.EndObject();
    }

    private static void WriteResource(ApiResource resource, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("name", resource.Plural);
        writer.WriteText("singularName", resource.Singular);
        writer.WriteName("namespaced"u8);
        writer.WriteBool(resource.IsNamespaced);
        writer.WriteText("kind", resource.Kind);
        writer.WriteTexts("verbs", resource.Verbs);
        writer.WriteTextsIfAny("shortNames", resource.ShortNames);
        writer.WriteTextsIfAny("categories", resource.Categories);
        if (StorageVersion.HashOf(resource) is { } hash)
        {
            writer.WriteText("storageVersionHash", hash);
        }

        writer.EndObject();
    }

    private static void WriteSubresource(ApiResource resource, ApiSubresource subresource, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("name", $"{resource.Plural}/{subresource.Name}");
        writer.WriteText("singularName", "");
        writer.WriteName("namespaced"u8);
        writer.WriteBool(resource.IsNamespaced);
        if ((subresource.Kind.Group, subresource.Kind.Version) != (resource.Group, resource.Version))
        {
            writer.WriteText("group", subresource.Kind.Group);
            writer.WriteText("version", subresource.Kind.Version);
        }

        writer.WriteText("kind", subresource.Kind.Kind);
        writer.WriteTexts("verbs", subresource.Verbs);
        writer.EndObject();
    }
}
