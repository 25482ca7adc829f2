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

    /// <summary>Whether a keyword says something: its value is not the one that an absent keyword has. Of additionalProperties only a schema counts.</summary>
    public static bool Says(Schema schema, string keyword)
    {
        JsonValue value = schema.Source[keyword];
        return value.Kind switch
        {
            JsonKind.Missing or JsonKind.Null => false,
            JsonKind.False => false,
            JsonKind.True => keyword != "additionalProperties",
            JsonKind.String => value.GetString().Length > 0 || keyword is "x-kubernetes-list-type" or "x-kubernetes-map-type" or "default",
            JsonKind.Array => value.Count > 0 || keyword == "default",
            _ => true,
        };
    }

    /// <summary>Whether alternatives are an integer and a string, in this order and nothing else: int-or-string as tools write it.</summary>
    public static bool IsIntOrString(IReadOnlyList<Schema> anyOf) =>
        anyOf is [var first, var second] && IsJust(first, SchemaType.Integer) && IsJust(second, SchemaType.String);

    /// <summary>Whether the first of <c>allOf</c> has such alternatives.</summary>
    public static bool BeginsWithIntOrString(Schema schema) => schema.AllOf is [var first, ..] && IsIntOrString(first.AnyOf);

    /// <summary>Whether metadata of a whole object is restricted in its names at most.</summary>
    public static bool RestrictsNamesOnly(Schema metadata) =>
        metadata.Source.Members().All(member => member.Key is "type" or "default" or "properties" || !Says(metadata, member.Key))
        && metadata.Properties.All(property => property.Name is "name" or "generateName");

    private static bool IsJust(Schema schema, SchemaType type) =>
        schema.Type == type && schema.Source.Members().All(member => member.Key == "type" || !Says(schema, member.Key));
}
