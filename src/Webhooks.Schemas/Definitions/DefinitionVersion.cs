using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Definitions;

/// <summary>A version of a CustomResourceDefinition as the API server holds it: what all versions say alike stands at the top instead.</summary>
/// <param name="Json">The version as written.</param>
/// <param name="Schema">Its <c>schema</c>; missing where all versions have the same, or it has none.</param>
/// <param name="Subresources">Likewise.</param>
/// <param name="Columns">Its <c>additionalPrinterColumns</c>, likewise.</param>
/// <param name="SelectableFields">Likewise.</param>
internal sealed record DefinitionVersion(JsonValue Json, JsonValue Schema, JsonValue Subresources, JsonValue Columns, JsonValue SelectableFields)
{
    public string Name => Json["name"u8].AsString() ?? "";

    public bool IsServed => Json["served"u8].Kind == JsonKind.True;

    public bool IsStorage => Json["storage"u8].Kind == JsonKind.True;

    public bool IsDeprecated => Json["deprecated"u8].Kind == JsonKind.True;

    /// <summary>What users of it are told; <c>null</c> for nothing of its own.</summary>
    public string? DeprecationWarning => Json["deprecationWarning"u8].AsString();
}
