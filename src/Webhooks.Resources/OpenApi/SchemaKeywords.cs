using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>The members of a schema object, by what the reader makes of them.</summary>
internal static class SchemaKeywords
{
    public const string ListType = "x-kubernetes-list-type";
    public const string ListMapKeys = "x-kubernetes-list-map-keys";
    public const string MapType = "x-kubernetes-map-type";
    public const string PreserveUnknownFields = "x-kubernetes-preserve-unknown-fields";
    public const string IntOrString = "x-kubernetes-int-or-string";
    public const string EmbeddedResource = "x-kubernetes-embedded-resource";
    public const string Validations = "x-kubernetes-validations";
    public const string PatchMergeKey = "x-kubernetes-patch-merge-key";
    public const string PatchStrategy = "x-kubernetes-patch-strategy";
    public const string GroupVersionKind = "x-kubernetes-group-version-kind";

    /// <summary>The extensions that <c>JSONSchemaProps</c> has a field for.</summary>
    private static readonly HashSet<string> OfCustomResources =
        [ListType, ListMapKeys, MapType, PreserveUnknownFields, IntOrString, EmbeddedResource, Validations];

    /// <summary>What <c>JSONSchemaProps</c> can hold and the API server refuses in a CustomResourceDefinition.</summary>
    private static readonly HashSet<string> RefusedInCustomResources =
        ["$ref", "$schema", "id", "additionalItems", "patternProperties", "definitions", "dependencies"];

    /// <summary>What says which values are valid, in both dialects.</summary>
    private static readonly HashSet<string> Validating =
    [
        "type", "format", "properties", "additionalProperties", "items", "required", "enum", "allOf", "anyOf", "oneOf", "not", "$ref",
        "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    ];

    /// <summary>The members of a rule of x-kubernetes-validations.</summary>
    private static readonly HashSet<string> OfRules = ["rule", "message", "messageExpression", "reason", "fieldPath", "optionalOldSelf"];

    /// <summary>What only describes, in both dialects.</summary>
    private static readonly HashSet<string> Descriptive = ["title", "description", "externalDocs", "example"];

    /// <summary>What only describes, and <c>JSONSchemaProps</c> has no field for. Source: OpenAPI 3.0, Schema Object.</summary>
    private static readonly HashSet<string> DescriptiveInPublished = ["readOnly", "writeOnly", "deprecated", "discriminator", "xml"];

    /// <summary>The words of <c>type</c>.</summary>
    public static readonly string[] Types = ["array", "boolean", "integer", "number", "object", "string"];

    /// <summary>The members that documents are full of, so that their names are not made again and again.</summary>
    private static readonly HashSet<string> Common =
    [
        .. Validating, .. OfCustomResources, "default", "description", PatchMergeKey, PatchStrategy, GroupVersionKind,
    ];

    /// <summary>The name of the member that a cursor stands on.</summary>
    public static string NameOf(JsonCursor member)
    {
        Span<char> text = stackalloc char[64];
        return member.NameValue.TryGetPlainText(out ReadOnlySpan<byte> utf8)
            && Encoding.UTF8.TryGetChars(utf8, text, out int length)
            && Common.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out string? name)
                ? name
                : member.Name;
    }

    public static bool IsExtension(JsonValue name) =>
        name.TryGetPlainText(out ReadOnlySpan<byte> text) ? text.StartsWith("x-"u8) : IsExtension(name.GetString());

    public static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>True for what may stand beside a reference: it says nothing of which values are valid.</summary>
    public static bool IsAnnotation(string name) => IsAnnotation(name, SchemaDialect.Published);

    /// <summary>True for what says nothing of which values are valid.</summary>
    public static bool IsAnnotation(string name, SchemaDialect dialect) =>
        name is "default" or "nullable" || IsExtension(name) || Descriptive.Contains(name)
        || (dialect == SchemaDialect.Published && DescriptiveInPublished.Contains(name));

    public static bool IsKnownExtension(string name, SchemaDialect dialect) =>
        dialect == SchemaDialect.Published || OfCustomResources.Contains(name);

    public static bool IsValidating(string name, SchemaDialect dialect) => Validating.Contains(name) && !IsRefused(name, dialect);

    public static bool IsOfRules(string name) => OfRules.Contains(name);

    public static bool IsRefused(string name, SchemaDialect dialect) =>
        dialect == SchemaDialect.CustomResource && RefusedInCustomResources.Contains(name);
}
