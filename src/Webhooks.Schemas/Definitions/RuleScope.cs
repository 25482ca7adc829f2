using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether rules speak of a schema, and can. Source: <c>CELSchemaContext.TypeInfo</c>.</summary>
internal enum RuleScope
{
    /// <summary>Neither it nor what is around it has rules.</summary>
    None,

    /// <summary>CEL has a type for it.</summary>
    Typed,

    /// <summary>CEL has none, for it or for what is around it: rules are refused before they are compiled.</summary>
    Untyped,
}

/// <summary>Tells one.</summary>
internal static class RuleScopes
{
    /// <summary>The scope of a schema inside of another.</summary>
    public static RuleScope Enter(this RuleScope around, Schema schema) =>
        around == RuleScope.None && schema.Extensions.Validations.Count == 0 ? RuleScope.None
        : around != RuleScope.Untyped && HasType(schema) ? RuleScope.Typed
        : RuleScope.Untyped;

    // Source: SchemaDeclType. What is of no type is left out of objects, and spoils lists and maps.
    private static bool HasType(Schema schema) => schema.Extensions.IsIntOrString || schema.Type switch
    {
        SchemaType.Array => schema.Items is { } items && HasType(items),
        SchemaType.Object => schema.AdditionalProperties?.Schema is not { } values || HasType(values),
        SchemaType.None or SchemaType.Unknown => false,
        _ => true,
    };
}
