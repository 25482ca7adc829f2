using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>The schemas inside of one.</summary>
/// <remarks>Recursion ends with the schemas.</remarks>
internal static class SchemaParts
{
    /// <summary>All of them, itself first, in the order in which the server visits them. Source: <c>SchemaHas</c>.</summary>
    public static IEnumerable<Schema> All(Schema schema) => Below(schema).SelectMany(All).Prepend(schema);

    private static IEnumerable<Schema> Below(Schema schema) =>
    [
        .. schema.Items is { } items ? [items] : Array.Empty<Schema>(),
        .. schema.AllOf,
        .. schema.AnyOf,
        .. schema.OneOf,
        .. schema.Not is { } not ? [not] : Array.Empty<Schema>(),
        .. schema.Properties.Select(property => property.Schema),
        .. schema.AdditionalProperties?.Schema is { } values ? [values] : Array.Empty<Schema>(),
    ];
}
