using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Formats;

namespace Webhooks.Schemas.Definitions;

/// <summary>The formats of a definition's schemas that the API server does not know and ignores.</summary>
/// <remarks>Recursion ends with the schemas.</remarks>
internal static class FormatWarnings
{
    /// <summary>The warnings, one for each time that a format is used.</summary>
    public static IEnumerable<string> Of(Definition definition) =>
        from wrapped in definition.Versions.Select(version => version.Schema).Prepend(definition.Schema)
        where !wrapped["openAPIV3Schema"u8].IsAbsent
        from format in Unknown(SchemaReader.ReadCustomResource(wrapped["openAPIV3Schema"u8], "").Schema)
        select $"unrecognized format {GoString.Quote(format)}";

    private static IEnumerable<string> Unknown(Schema schema)
    {
        IEnumerable<string> own = StringFormats.Unrecognized(schema) is { } format ? [format] : [];
        IEnumerable<Schema> below =
        [
            .. schema.Items is { } items ? [items] : Array.Empty<Schema>(),
            .. schema.AllOf,
            .. schema.AnyOf,
            .. schema.OneOf,
            .. schema.Not is { } not ? [not] : Array.Empty<Schema>(),
            .. schema.Properties.Select(property => property.Schema),
            .. schema.AdditionalProperties?.Schema is { } values ? [values] : Array.Empty<Schema>(),
        ];
        return own.Concat(below.SelectMany(Unknown));
    }
}
