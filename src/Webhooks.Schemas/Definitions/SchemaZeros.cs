using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether a keyword says what its absence says, to the Go type that holds it.</summary>
internal static class SchemaZeros
{
    /// <summary>Held as plain strings; other texts are pointers, which an empty text sets.</summary>
    private static readonly string[] Texts = ["id", "$schema", "description", "type", "format", "title", "pattern"];

    private static readonly string[] Flags =
    [
        "nullable", "exclusiveMaximum", "exclusiveMinimum", "uniqueItems", "x-kubernetes-embedded-resource", "x-kubernetes-int-or-string",
    ];

    /// <summary>What a structural schema does not hold.</summary>
    private static readonly string[] NotStructural = ["id", "$schema", "$ref", "patternProperties", "dependencies", "additionalItems", "definitions"];

    /// <summary>Whether a member of <c>JSONSchemaProps</c> is as it would be without the keyword.</summary>
    public static bool IsZero(string keyword, JsonValue value) =>
        value.IsAbsent
        || (value.Kind == JsonKind.False && Flags.Contains(keyword))
        || (value.Kind == JsonKind.String && Texts.Contains(keyword) && value.GetString().Length == 0);

    /// <summary>Whether the structural schema is as it would be without the keyword. Source: <c>NewStructural</c>, <c>newNestedValueValidation</c>.</summary>
    /// <param name="keyword">The keyword; one that is unknown says nothing.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isNested">Whether it stands in a junctor.</param>
    public static bool IsStructuralZero(string keyword, JsonValue value, bool isNested) => IsZero(keyword, value) || keyword switch
    {
        // Copied item by item, so that nothing stays nothing.
        "enum" or "allOf" or "anyOf" or "oneOf" or "items" => value is { Kind: JsonKind.Array, Count: 0 },
        "properties" => !isNested && value.Count == 0,
        "additionalProperties" => isNested && value.Kind == JsonKind.False,
        _ => NotStructural.Contains(keyword) || !InternalText.IsKeyword(keyword),
    };
}
