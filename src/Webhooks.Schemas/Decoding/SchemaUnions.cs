using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>What stands where a JSONSchemaProps or something else may stand. Source: <c>apiextensions/v1/marshal.go</c>.</summary>
internal static class SchemaUnions
{
    private static readonly GoType Text = new(GoShape.String, "string");
    private static readonly Lazy<GoType> Properties = new(() => new(GoShape.Struct, "v1.JSONSchemaProps") { Schema = DefinitionSchemas.SchemaProperties });
    private static readonly Lazy<GoType> List = new(() => new(GoShape.Slice, "[]v1.JSONSchemaProps") { Element = Properties.Value });
    private static readonly GoType Texts = new(GoShape.Slice, "[]string") { Element = Text };

    /// <summary>Whether a type is one of them.</summary>
    public static bool Has(GoShape shape) => shape is GoShape.SchemaOrList or GoShape.SchemaOrTexts or GoShape.SchemaOrBool;

    /// <summary>The type that a value is read as; <c>null</c> where it is <c>true</c> or <c>false</c>, or counts for nothing.</summary>
    /// <exception cref="DecodeException">It may not stand there.</exception>
    public static GoType? Find(GoShape shape, JsonKind value) => (value, shape) switch
    {
        (JsonKind.Object, _) => Properties.Value,
        (JsonKind.Array, GoShape.SchemaOrList) => List.Value,
        (JsonKind.Array, GoShape.SchemaOrTexts) => Texts,
        (not (JsonKind.True or JsonKind.False), GoShape.SchemaOrBool) => throw new DecodeException("boolean or JSON schema expected"),
        _ => null,
    };
}
