using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Kinds;

/// <summary>The table of built-in resources, made of the discovery documents that an API server publishes.</summary>
internal static class BuiltInKinds
{
    private static readonly Lazy<ImmutableArray<ApiResource>> Table = new(Read);

    /// <summary>Every built-in resource in every version, groups as the documents order them.</summary>
    public static ImmutableArray<ApiResource> All => Table.Value;

    private static ImmutableArray<ApiResource> Read() =>
        [.. BuiltInData.Discovery.Members().SelectMany(group => ReadGroup(group.Value))];

    private static IEnumerable<ApiResource> ReadGroup(JsonValue list)
    {
        GroupVersion version = GroupVersion.Parse(list["groupVersion"u8].GetString());
        JsonValue[] resources = [.. list["resources"u8].Items()];
        ILookup<string, ApiSubresource> subresources = resources
            .Where(resource => Name(resource).Contains('/', StringComparison.Ordinal))
            .ToLookup(resource => Name(resource)[..Name(resource).IndexOf('/', StringComparison.Ordinal)], resource => ReadSubresource(version, resource));
        foreach (JsonValue resource in resources)
        {
            string name = Name(resource);
            if (!name.Contains('/', StringComparison.Ordinal))
            {
                string kind = resource["kind"u8].GetString();
                yield return new ApiResource
                {
                    Group = version.Group,
                    Version = version.Version,
                    Plural = name,
                    Singular = resource["singularName"u8].GetString(),
                    Kind = kind,
                    ListKind = kind + "List",
                    IsNamespaced = resource["namespaced"u8].Kind == JsonKind.True,
                    Verbs = Texts(resource["verbs"u8]),
                    ShortNames = Texts(resource["shortNames"u8]),
                    Categories = Texts(resource["categories"u8]),
                    Subresources = [.. subresources[name]],
                    StoredAs = version.Group == "events.k8s.io" ? new GroupResource("", name) : default,
                    Deprecation = Deprecations.OfBuiltIn(version.WithKind(kind)),
                    Schema = BuiltInData.SchemaOf(version.WithKind(kind)),
                };
            }
        }
    }

    private static ApiSubresource ReadSubresource(GroupVersion version, JsonValue resource)
    {
        string name = Name(resource);
        GroupVersion kindVersion = resource["version"u8].AsString() is { } other
            ? new GroupVersion(resource["group"u8].AsString() ?? "", other)
            : version;
        return new ApiSubresource(
            name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..],
            kindVersion.WithKind(resource["kind"u8].GetString()),
            Texts(resource["verbs"u8]));
    }

    private static string Name(JsonValue resource) => resource["name"u8].GetString();

    private static ImmutableArray<string> Texts(JsonValue list) => [.. list.Items().Select(item => item.GetString())];
}
