using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>
/// The part of a schema that all references to it share. It is filled by the reader after the schemas that refer to
/// it were made, which is how types that contain themselves are tied; nobody sees it before all are filled.
/// </summary>
internal sealed class SchemaBody
{
    public SchemaType Type { get; set; }

    public string? Format { get; set; }

    public SchemaProperties Properties { get; set; } = SchemaProperties.None;

    public AdditionalProperties? AdditionalProperties { get; set; }

    public Schema? Items { get; set; }

    public string[] Required { get; set; } = [];

    public JsonValue Enum { get; set; }

    public SchemaBounds Bounds { get; set; } = SchemaBounds.None;

    public Schema[] AllOf { get; set; } = [];

    public Schema[] AnyOf { get; set; } = [];

    public Schema[] OneOf { get; set; } = [];

    public Schema? Not { get; set; }

    public bool HasJunctors => AllOf.Length + AnyOf.Length + OneOf.Length > 0 || Not != null;

    /// <summary>The schemas that hold, or not, for the very value that this one is about.</summary>
    public IEnumerable<Schema> Junctors() => [.. AllOf, .. AnyOf, .. OneOf, .. Not == null ? Array.Empty<Schema>() : [Not]];
}
