using Webhooks.Resources.Literals;
using Webhooks.Schemas.Formats;

namespace Webhooks.Schemas.Definitions;

/// <summary>The formats of a definition's schemas that the API server does not know and ignores.</summary>
internal static class FormatWarnings
{
    /// <summary>The warnings, one for each such format: what is said twice reaches the client once.</summary>
    public static IEnumerable<string> Of(Definition definition) => (
        from schema in definition.Schemas
        from part in SchemaParts.All(schema)
        let format = StringFormats.Unrecognized(part)
        where format != null
        select $"unrecognized format {GoString.Quote(format)}").Distinct();
}
