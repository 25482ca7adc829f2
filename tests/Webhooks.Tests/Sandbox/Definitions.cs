using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Tests.Sandbox;

/// <summary>Makes resources of CustomResourceDefinitions, and finds built-in ones.</summary>
internal static class Definitions
{
    private static readonly string[] Verbs = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];

    /// <summary>The built-in resource of that name.</summary>
    public static ApiResource BuiltIn(string group, string version, string plural) =>
        BuiltInKinds.All.Single(resource => (resource.Group, resource.Version, resource.Plural) == (group, version, plural));

    /// <summary>The resource in each of its served versions.</summary>
    public static IEnumerable<ApiResource> Resources(JsonValue definition) =>
        definition["spec"u8]["versions"u8].Items()
            .Where(version => version["served"u8].Kind == JsonKind.True)
            .Select(version => Resource(definition, version));

    private static ApiResource Resource(JsonValue definition, JsonValue version)
    {
        JsonValue spec = definition["spec"u8];
        JsonValue names = spec["names"u8];
        string group = spec["group"u8].GetString();
        string kind = names["kind"u8].GetString();
        string[] change = ["get", "patch", "update"];
        List<ApiSubresource> subresources = [];
        if (!version["subresources"u8]["status"u8].IsMissing)
        {
            subresources.Add(new("status", new(group, version["name"u8].GetString(), kind), change));
        }

        if (!version["subresources"u8]["scale"u8].IsMissing)
        {
            subresources.Add(new("scale", new GroupVersionKind("autoscaling", "v1", "Scale"), change));
        }

        return new ApiResource
        {
            Group = group,
            Version = version["name"u8].GetString(),
            Plural = names["plural"u8].GetString(),
            Singular = names["singular"u8].GetString(),
            Kind = kind,
            ListKind = kind + "List",
            IsNamespaced = spec["scope"u8].TextEquals("Namespaced"u8),
            Verbs = Verbs,
            ShortNames = [.. names["shortNames"u8].Items().Select(name => name.GetString())],
            Categories = [.. names["categories"u8].Items().Select(name => name.GetString())],
            Subresources = subresources,
            Definition = definition,
            DefinitionVersion = version,
        };
    }
}
