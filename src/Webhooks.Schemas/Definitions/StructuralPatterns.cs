using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>What the checks of structural schemas ask of a schema as it is written.</summary>
internal static class StructuralPatterns
{
    /// <summary>The keywords that may not stand in junctors, and what they must be.</summary>
    public static IReadOnlyList<(string Keyword, string Must)> NotInJunctors { get; } =
    [
        ("type", "must be empty to be structural"),
        ("additionalProperties", "must be undefined to be structural"),
        ("default", "must be undefined to be structural"),
        ("title", "must be empty to be structural"),
        ("description", "must be empty to be structural"),
        ("nullable", "must be false to be structural"),
        ("x-kubernetes-preserve-unknown-fields", "must be false to be structural"),
        ("x-kubernetes-embedded-resource", "must be false to be structural"),
        ("x-kubernetes-int-or-string", "must be false to be structural"),
        ("x-kubernetes-list-map-keys", "must be empty to be structural"),
        ("x-kubernetes-list-type", "must be undefined to be structural"),
        ("x-kubernetes-map-type", "must be undefined to be structural"),
        ("x-kubernetes-validations", "must be empty to be structural"),
    ];

    /// <summary>The schema's <c>type</c> as written; empty for none.</summary>
    public static string TypeOf(Schema schema) => schema.Source["type"u8].AsString() ?? "";

    /// <summary>Whether a schema in a junctor says one of the keywords that may not stand there.</summary>
    public static bool SaysInJunctor(Schema schema, string keyword)
    {
        JsonValue value = schema.Source[keyword];
        return !SchemaZeros.IsStructuralZero(keyword, value, isNested: true)
            && !(keyword is "x-kubernetes-list-map-keys" or "x-kubernetes-validations" && value.Count == 0);
    }

    /// <summary>Whether a structural schema can be made of one at all. Source: <c>NewStructural</c>.</summary>
    public static bool CanBeStructural(Schema schema) => SchemaParts.All(schema).All(part =>
        string.IsNullOrEmpty(part.Source["id"u8].AsString())
        && string.IsNullOrEmpty(part.Source["$schema"u8].AsString())
        && string.IsNullOrEmpty(part.Source["$ref"u8].AsString())
        && part.Source["patternProperties"u8].Count == 0
        && part.Source["dependencies"u8].Count == 0
        && part.Source["definitions"u8].Count == 0
        && part.Source["additionalItems"u8].IsAbsent
        && part.Source["items"u8] is not { Kind: JsonKind.Array, Count: > 0 }
        && part.Source["x-kubernetes-preserve-unknown-fields"u8].Kind != JsonKind.False);

    /// <summary>Whether alternatives are an integer and a string, in this order and nothing else: int-or-string as tools write it.</summary>
    public static bool IsIntOrString(IReadOnlyList<Schema> anyOf) =>
        anyOf is [var first, var second] && IsJust(first, SchemaType.Integer) && IsJust(second, SchemaType.String);

    /// <summary>Whether the first of <c>allOf</c> has such alternatives.</summary>
    public static bool BeginsWithIntOrString(Schema schema) => schema.AllOf is [var first, ..] && IsIntOrString(first.AnyOf);

    /// <summary>Whether metadata of a whole object is restricted in its names at most.</summary>
    public static bool RestrictsNamesOnly(Schema metadata) =>
        metadata.Source.Members().All(member => member.Key is "type" or "default" or "properties" || SchemaZeros.IsStructuralZero(member.Key, member.Value, isNested: false))
        && metadata.Properties.All(property => property.Name is "name" or "generateName");

    private static bool IsJust(Schema schema, SchemaType type) =>
        schema.Type == type && schema.Source.Members().All(member => member.Key == "type" || SchemaZeros.IsStructuralZero(member.Key, member.Value, isNested: true));
}
