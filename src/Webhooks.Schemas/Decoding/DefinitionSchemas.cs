using Webhooks.Resources.Embedded;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Decoding;

/// <summary>What an API server publishes of CustomResourceDefinitions: the schemas of apiextensions.k8s.io/v1, kept beside the code.</summary>
/// <remarks>Immutable and thread safe. Read once in a process, when first asked for.</remarks>
public static class DefinitionSchemas
{
    private const string Resource = "apiextensions.k8s.io_v1.schemas.json";
    private const string Types = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.";
    private static readonly Lazy<(JsonTree Tree, SchemaSet Set)> Kept = new(Read);

    /// <summary>The schemas by name, as JSON.</summary>
    public static JsonValue Document => Kept.Value.Tree.Root;

    /// <summary>The schemas.</summary>
    public static SchemaSet Set => Kept.Value.Set;

    /// <summary>The kind itself.</summary>
    public static Schema Definition => Find(Types + "CustomResourceDefinition");

    /// <summary>A schema in a definition.</summary>
    public static Schema SchemaProperties => Find(Types + "JSONSchemaProps");

    /// <summary>The metadata that objects of every kind have.</summary>
    public static Schema ObjectMeta => Find("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");

    private static Schema Find(string name) => Set.Find(name) ?? throw new InvalidOperationException($"{Resource} lacks {name}");

    private static (JsonTree Tree, SchemaSet Set) Read()
    {
        JsonTree tree = EmbeddedJson.Read(typeof(DefinitionSchemas).Assembly, Resource);
        return (tree, SchemaReader.ReadPublished(tree.Root));
    }
}
