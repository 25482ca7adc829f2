using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;

namespace Webhooks.Sandbox.Kinds;

/// <summary>Makes the resources that a CustomResourceDefinition defines.</summary>
internal static class CustomKinds
{
    // In the order in which the server lists them.
    private static readonly ImmutableArray<string> Verbs = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];
    private static readonly ImmutableArray<string> SubresourceVerbs = ["get", "patch", "update"];

    /// <summary>One resource for each version that is served; none until the definition's names are accepted.</summary>
    /// <param name="definition">The definition as stored.</param>
    public static IEnumerable<ApiResource> Of(JsonValue definition) =>
        HasCondition(definition, "Established")
            ? definition["spec"u8]["versions"u8].Items().Where(version => version["served"u8].Kind == JsonKind.True).Select(version => Of(definition, version))
            : [];

    /// <summary>Whether a condition is true.</summary>
    public static bool HasCondition(JsonValue definition, string type) =>
        definition["status"u8]["conditions"u8].Items()
            .Any(condition => condition["type"u8].AsString() == type && condition["status"u8].TextEquals("True"u8));

    private static ApiResource Of(JsonValue definition, JsonValue version)
    {
        JsonValue spec = definition["spec"u8];
        JsonValue names = definition["status"u8]["acceptedNames"u8];
        string group = spec["group"u8].GetString();
        string name = version["name"u8].GetString();
        GroupVersionKind kind = new(group, name, names["kind"u8].GetString());
        CustomResourceKind custom = new(kind, spec, version);
        return new ApiResource
        {
            Group = group,
            Version = name,
            Plural = names["plural"u8].GetString(),
            Singular = names["singular"u8].AsString() ?? "",
            Kind = kind.Kind,
            ListKind = names["listKind"u8].AsString() ?? kind.Kind + "List",
            IsNamespaced = spec["scope"u8].TextEquals("Namespaced"u8),
            Verbs = Verbs,
            ShortNames = Texts(names["shortNames"u8]),
            Categories = Texts(names["categories"u8]),
            Subresources = [.. Subresources(kind, version["subresources"u8])],
            Schema = custom.Schema.Schema,
            Custom = custom,
            Definition = definition,
            DefinitionVersion = version,
            Deprecation = Deprecations.OfVersion(spec, version, kind),
            IsTerminating = HasCondition(definition, "Terminating"),
        };
    }

    private static IEnumerable<ApiSubresource> Subresources(GroupVersionKind kind, JsonValue subresources)
    {
        if (subresources["status"u8].Kind == JsonKind.Object)
        {
            yield return new ApiSubresource("status", kind, SubresourceVerbs);
        }

        if (subresources["scale"u8].Kind == JsonKind.Object)
        {
            yield return new ApiSubresource("scale", new GroupVersionKind("autoscaling", "v1", "Scale"), SubresourceVerbs);
        }
    }

    private static ImmutableArray<string> Texts(JsonValue list) => [.. list.Items().Select(item => item.GetString())];
}
