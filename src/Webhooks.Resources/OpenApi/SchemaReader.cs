using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>
/// Reads schemas in both dialects of Kubernetes: what an API server publishes, and what a CustomResourceDefinition holds.
/// </summary>
/// <remarks>
/// Never throws for what a document says: whatever is wrong is a <see cref="SchemaProblem"/> with path and place,
/// and the rest is read. At most 256 schemas may stand inside one another, references not counted. What is in a CEL
/// rule is not looked into. Thread safe. Cost: linear, but for extensions that stand both beside a reference and in
/// its target; the values that schemas keep are copied, so that the document can go unless its source is kept.
/// </remarks>
public static class SchemaReader
{
    /// <summary>
    /// Reads a published document: OpenAPI v3 as <c>/openapi/v3/…</c> gives it, or an object of its schemas by name.
    /// </summary>
    /// <param name="document">The document's value.</param>
    /// <param name="keepsSource">Whether schemas keep the JSON that they were read from, and with it descriptions. Default: no.</param>
    public static SchemaSet ReadPublished(JsonValue document, bool keepsSource = false)
    {
        SchemaFindings findings = new();
        bool isWhole = document["openapi"u8].Kind == JsonKind.String || document["components"u8]["schemas"u8].Kind == JsonKind.Object;
        JsonValue named = isWhole ? document["components"u8]["schemas"u8] : document;
        string path = isWhole ? "components.schemas" : "";
        if (named.Kind != JsonKind.Object && !(isWhole && named.IsAbsent))
        {
            findings.Malformed(SchemaPath.Root(path), named, "an object of schemas");
        }

        SchemaReferences references = new(named, path);
        SchemaRun run = new(references, findings, keepsSource);
        Dictionary<string, Schema> schemas = references.MakeAll(run);
        run.FillAll();
        return new(schemas, findings.InOrder());
    }

    /// <summary>Reads the <c>openAPIV3Schema</c> of each version of a CustomResourceDefinition (apiextensions.k8s.io/v1).</summary>
    /// <param name="definition">The CustomResourceDefinition.</param>
    /// <param name="keepsSource">Whether schemas keep the JSON that they were read from, and with it descriptions. Default: no.</param>
    public static SchemaSet ReadDefinition(JsonValue definition, bool keepsSource = false)
    {
        SchemaFindings findings = new();
        Dictionary<string, Schema> schemas = new(StringComparer.Ordinal);
        JsonValue versions = definition["spec"u8]["versions"u8];
        if (versions.Kind != JsonKind.Array)
        {
            findings.Required(SchemaPath.Root("spec.versions"), definition);
        }

        foreach ((int index, JsonValue version) in versions.Items().Index())
        {
            SchemaPath path = SchemaPath.Root($"spec.versions[{index}]");
            string? name = version["name"u8].AsString();
            JsonValue schema = version["schema"u8]["openAPIV3Schema"u8];
            if (string.IsNullOrEmpty(name))
            {
                findings.Required(path.Member("name"), version);
            }

            if (schema.IsAbsent)
            {
                findings.Required(path.Member("schema.openAPIV3Schema"), version);
            }
            else if (!schemas.TryAdd(name ?? "", Read(schema, $"{path}.schema.openAPIV3Schema", findings, keepsSource)))
            {
                findings.Refused(FieldError.Duplicate($"{path}.name", name ?? ""), version["name"u8]);
            }
        }

        return new(schemas, findings.InOrder());
    }

    /// <summary>Reads one <c>openAPIV3Schema</c>.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="path">Its path, which those of problems start with: <c>spec.validation.openAPIV3Schema</c>.</param>
    /// <param name="keepsSource">Whether schemas keep the JSON that they were read from, and with it descriptions. Default: no.</param>
    /// <returns>The schema, and what is wrong with it as <see cref="SchemaSet.Problems"/> has it.</returns>
    public static (Schema Schema, IReadOnlyList<SchemaProblem> Problems) ReadCustomResource(JsonValue schema, string path, bool keepsSource = false)
    {
        SchemaFindings findings = new();
        return (Read(schema, path, findings, keepsSource), findings.InOrder());
    }

    private static Schema Read(JsonValue node, string path, SchemaFindings findings, bool keepsSource)
    {
        SchemaRun run = new(null, findings, keepsSource);
        Schema schema = run.Make(node, SchemaPath.Root(path));
        run.FillAll();
        return schema;
    }
}
