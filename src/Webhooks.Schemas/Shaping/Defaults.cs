using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Schemas.Shaping;

/// <summary>
/// The defaults of a custom resource as a server fills them in: pruned, and decoded as what is stored. Below additionalProperties,
/// where nobody checks them, a definition may have others. Source: <c>structuraldefaulting.PruneDefaults</c>.
/// </summary>
/// <remarks>Immutable. Recursion ends with the schemas, which are at most 256 deep.</remarks>
internal sealed class Defaults
{
    private readonly SchemaReach _reach;
    private readonly SchemaReach _withResources;
    private readonly Dictionary<Schema, JsonValue> _pruned = [];

    /// <param name="root">The schema of an object.</param>
    /// <param name="withResources">The schemas of embedded resources, and those that lead to one.</param>
    public Defaults(Schema root, SchemaReach withResources)
    {
        _reach = new(root, one => !one.Default.IsAbsent);
        _withResources = withResources;
        Walk(root, keepsUnknown: false);
    }

    /// <summary>Whether a schema has a default, or leads to one that has.</summary>
    public bool Reach(Schema schema) => _reach.Contains(schema);

    /// <summary>The default of a schema; absent for none.</summary>
    public JsonValue Of(Schema schema) => _pruned.TryGetValue(schema, out JsonValue pruned) ? pruned : schema.Default;

    private void Walk(Schema schema, bool keepsUnknown)
    {
        if (!_reach.Contains(schema))
        {
            return;
        }

        keepsUnknown |= schema.Extensions.PreservesUnknownFields;
        if (schema.Default.Kind >= JsonKind.Array)
        {
            JsonValue read = EmbeddedDecoding.Read(schema.Default, schema, _withResources);
            _pruned[schema] = Pruning.Run(read, schema, isResource: false, null, keepsUnknown);
        }

        foreach (SchemaProperty property in schema.Properties)
        {
            Walk(property.Schema, keepsUnknown: false);
        }

        if (schema.AdditionalProperties?.Schema is { } additional)
        {
            Walk(additional, keepsUnknown: false);
        }

        if (schema.Items is { } items)
        {
            Walk(items, keepsUnknown);
        }
    }
}
