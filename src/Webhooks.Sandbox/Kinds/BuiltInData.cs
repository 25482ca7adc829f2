using System.Collections.Concurrent;
using Webhooks.Resources.Api;
using Webhooks.Resources.Embedded;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Kinds;

/// <summary>What an API server publishes of its built-in kinds, kept beside the code: discovery documents and schemas.</summary>
/// <remarks>Thread safe. Each document is read once in a process, when it is first asked for.</remarks>
internal static class BuiltInData
{
    private static readonly Lazy<JsonTree> DiscoveryTree = new(() => EmbeddedJson.Read(typeof(BuiltInData).Assembly, "discovery.json"));
    private static readonly ConcurrentDictionary<GroupVersion, Lazy<(JsonValue Json, SchemaSet? Set)>> Documents = new();
    private static readonly Lazy<Dictionary<GroupVersionKind, Schema>> Elsewhere = new(ReadElsewhere);

    /// <summary>The APIResourceList of each group and version, by <c>core/v1</c> or <c>apps/v1</c>.</summary>
    public static JsonValue Discovery => DiscoveryTree.Value.Root;

    /// <summary>The published schemas of that group and version by name, as JSON; missing where none are kept.</summary>
    public static JsonValue SchemaDocument(GroupVersion version) => Document(version).Json;

    /// <summary>The published schemas of that group and version; <c>null</c> where none are kept.</summary>
    public static SchemaSet? Schemas(GroupVersion version) => Document(version).Set;

    /// <summary>The published schema of a kind; <c>null</c> where none is kept.</summary>
    public static Schema? SchemaOf(GroupVersionKind kind) =>
        Schemas(new GroupVersion(kind.Group, kind.Version))?.Schemas.Values
            .FirstOrDefault(schema => schema.Extensions.GroupVersionKinds.Contains(kind));

    /// <summary>The schema of a kind wherever it is published, as that of <c>autoscaling/v1 Scale</c> beside those of the core group; <c>null</c> for none.</summary>
    public static Schema? FindSchema(GroupVersionKind kind) => SchemaOf(kind) ?? Elsewhere.Value.GetValueOrDefault(kind);

    private static (JsonValue Json, SchemaSet? Set) Document(GroupVersion version) =>
        Documents.GetOrAdd(version, key => new(() => ReadDocument(key))).Value;

    private static (JsonValue Json, SchemaSet? Set) ReadDocument(GroupVersion version)
    {
        if (version == new GroupVersion("apiextensions.k8s.io", "v1"))
        {
            return (DefinitionSchemas.Document, DefinitionSchemas.Set);
        }

        string name = $"{(version.Group.Length == 0 ? "core" : version.Group)}_{version.Version}.schemas.json";
        if (typeof(BuiltInData).Assembly.GetManifestResourceInfo(name) == null)
        {
            return default;
        }

        JsonValue json = EmbeddedJson.Read(typeof(BuiltInData).Assembly, name).Root;
        return (json, SchemaReader.ReadPublished(json));
    }

    private static Dictionary<GroupVersionKind, Schema> ReadElsewhere()
    {
        Dictionary<GroupVersionKind, Schema> found = [];
        foreach (KeyValuePair<string, JsonValue> group in Discovery.Members())
        {
            foreach (Schema schema in Schemas(GroupVersion.Parse(group.Value["groupVersion"u8].GetString()))?.Schemas.Values ?? [])
            {
                foreach (GroupVersionKind kind in schema.Extensions.GroupVersionKinds)
                {
                    found.TryAdd(kind, schema);
                }
            }
        }

        return found;
    }
}
