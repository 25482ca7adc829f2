using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Definitions;

/// <summary>Schemas and versions as the API server's messages show them: the JSON of its internal types, each member under its Go name.</summary>
/// <remarks>Recursion ends with the schemas.</remarks>
internal static class InternalText
{
    /// <summary>The members of a schema in the order of the Go type, with the values of those that are not written.</summary>
    private static readonly (string Go, string Json, string Absent)[] SchemaMembers =
    [
        ("ID", "id", "\"\""), ("Schema", "$schema", "\"\""), ("Ref", "$ref", "null"), ("Description", "description", "\"\""), ("Type", "type", "\"\""),
        ("Nullable", "nullable", "false"), ("Format", "format", "\"\""), ("Title", "title", "\"\""), ("Default", "default", "null"),
        ("Maximum", "maximum", "null"), ("ExclusiveMaximum", "exclusiveMaximum", "false"), ("Minimum", "minimum", "null"),
        ("ExclusiveMinimum", "exclusiveMinimum", "false"), ("MaxLength", "maxLength", "null"), ("MinLength", "minLength", "null"),
        ("Pattern", "pattern", "\"\""), ("MaxItems", "maxItems", "null"), ("MinItems", "minItems", "null"), ("UniqueItems", "uniqueItems", "false"),
        ("MultipleOf", "multipleOf", "null"), ("Enum", "enum", "null"), ("MaxProperties", "maxProperties", "null"),
        ("MinProperties", "minProperties", "null"), ("Required", "required", "null"), ("Items", "items", "null"), ("AllOf", "allOf", "null"),
        ("OneOf", "oneOf", "null"), ("AnyOf", "anyOf", "null"), ("Not", "not", "null"), ("Properties", "properties", "null"),
        ("AdditionalProperties", "additionalProperties", "null"), ("PatternProperties", "patternProperties", "null"),
        ("Dependencies", "dependencies", "null"), ("AdditionalItems", "additionalItems", "null"), ("Definitions", "definitions", "null"),
        ("ExternalDocs", "externalDocs", "null"), ("Example", "example", "null"),
        ("XPreserveUnknownFields", "x-kubernetes-preserve-unknown-fields", "null"), ("XEmbeddedResource", "x-kubernetes-embedded-resource", "false"),
        ("XIntOrString", "x-kubernetes-int-or-string", "false"), ("XListMapKeys", "x-kubernetes-list-map-keys", "null"),
        ("XListType", "x-kubernetes-list-type", "null"), ("XMapType", "x-kubernetes-map-type", "null"),
        ("XValidations", "x-kubernetes-validations", "null"),
    ];

    private static readonly (string Go, string Json, string Absent)[] RuleMembers =
    [
        ("Rule", "rule", "\"\""), ("Message", "message", "\"\""), ("MessageExpression", "messageExpression", "\"\""), ("Reason", "reason", "null"),
        ("FieldPath", "fieldPath", "\"\""), ("OptionalOldSelf", "optionalOldSelf", "null"),
    ];

    private static readonly (string Go, string Json, string Absent)[] ColumnMembers =
    [
        ("Name", "name", "\"\""), ("Type", "type", "\"\""), ("Format", "format", "\"\""), ("Description", "description", "\"\""),
        ("Priority", "priority", "0"), ("JSONPath", "jsonPath", "\"\""),
    ];

    private static readonly (string Go, string Json, string Absent)[] ScaleMembers =
    [
        ("SpecReplicasPath", "specReplicasPath", "\"\""), ("StatusReplicasPath", "statusReplicasPath", "\"\""), ("LabelSelectorPath", "labelSelectorPath", "null"),
    ];

    /// <summary>Whether the Go type of schemas has such a member.</summary>
    public static bool IsKeyword(string name) => SchemaMembers.Any(member => member.Json == name);

    /// <summary>The Go names of the members that a schema says something by, in the order of the Go type, with their values.</summary>
    public static IEnumerable<(string Go, JsonValue Value)> MembersOf(Schema schema) =>
        from member in SchemaMembers
        let value = schema.Source[member.Json]
        where !SchemaZeros.IsZero(member.Json, value)
        select (member.Go, value);

    /// <summary>A schema.</summary>
    public static string Of(Schema schema)
    {
        StringBuilder text = new();
        Append(text, schema);
        return text.ToString();
    }

    /// <summary>An <c>items</c> that is a list of schemas.</summary>
    public static string OfItems(JsonValue list)
    {
        StringBuilder text = new("{\"Schema\":null,\"JSONSchemas\":");
        AppendSchemas(text, [.. list.Items().Select(Read)]);
        return text.Append('}').ToString();
    }

    /// <summary>All versions.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="schemaOf">The schema that a version has of its own; <c>null</c> for none.</param>
    public static string Of(IReadOnlyList<DefinitionVersion> versions, Func<DefinitionVersion, Schema?> schemaOf)
    {
        StringBuilder text = new("[");
        foreach (DefinitionVersion version in versions)
        {
            text.Append(text.Length > 1 ? "," : "").Append("{\"Name\":");
            GoJson.AppendString(text, version.Name);
            text.Append(",\"Served\":").Append(version.IsServed ? "true" : "false")
                .Append(",\"Storage\":").Append(version.IsStorage ? "true" : "false")
                .Append(",\"Deprecated\":").Append(version.IsDeprecated ? "true" : "false")
                .Append(",\"DeprecationWarning\":").Append(version.DeprecationWarning == null ? "null" : GoJson.Write(version.Json["deprecationWarning"u8]))
                .Append(",\"Schema\":");
            AppendWrapped(text, version, schemaOf(version));
            text.Append(",\"Subresources\":");
            AppendSubresources(text, version.Subresources);
            text.Append(",\"AdditionalPrinterColumns\":");
            AppendList(text, version.Columns, column => AppendMembers(text, column, ColumnMembers));
            text.Append(",\"SelectableFields\":");
            AppendList(text, version.SelectableFields, field => AppendMembers(text, field, [("JSONPath", "jsonPath", "\"\"")]));
            text.Append('}');
        }

        return text.Append(']').ToString();
    }

    private static void AppendWrapped(StringBuilder text, DefinitionVersion version, Schema? schema)
    {
        if (version.Schema.IsMissing)
        {
            text.Append("null");
            return;
        }

        text.Append("{\"OpenAPIV3Schema\":");
        AppendOrNull(text, schema);
        text.Append('}');
    }

    private static void AppendSubresources(StringBuilder text, JsonValue subresources)
    {
        if (subresources.IsMissing)
        {
            text.Append("null");
            return;
        }

        text.Append("{\"Status\":").Append(subresources["status"u8].IsAbsent ? "null" : "{}").Append(",\"Scale\":");
        if (subresources["scale"u8].IsAbsent)
        {
            text.Append("null");
        }
        else
        {
            AppendMembers(text, subresources["scale"u8], ScaleMembers);
        }

        text.Append('}');
    }

    private static void Append(StringBuilder text, Schema schema)
    {
        text.Append('{');
        foreach ((string go, string json, string absent) in SchemaMembers)
        {
            text.Append(text[^1] == '{' ? "\"" : ",\"").Append(go).Append("\":");
            JsonValue value = schema.Source[json];
            if (value.IsAbsent)
            {
                text.Append(absent);
            }
            else
            {
                AppendMember(text, schema, json, value);
            }
        }

        text.Append('}');
    }

    private static void AppendMember(StringBuilder text, Schema schema, string name, JsonValue value)
    {
        switch (name)
        {
            case "items" when schema.Items != null:
                text.Append("{\"Schema\":");
                Append(text, schema.Items);
                text.Append(",\"JSONSchemas\":null}");
                break;
            case "items" when value.Kind == JsonKind.Array:
                text.Append(OfItems(value));
                break;
            case "allOf":
                AppendSchemas(text, schema.AllOf);
                break;
            case "oneOf":
                AppendSchemas(text, schema.OneOf);
                break;
            case "anyOf":
                AppendSchemas(text, schema.AnyOf);
                break;
            case "not":
                AppendOrNull(text, schema.Not);
                break;
            case "properties":
                AppendProperties(text, schema);
                break;
            case "additionalProperties" when schema.AdditionalProperties is { } additional:
                text.Append("{\"Allows\":").Append(additional.AreAllowed ? "true" : "false").Append(",\"Schema\":");
                AppendOrNull(text, additional.Schema);
                text.Append('}');
                break;
            case "definitions" or "patternProperties":
                AppendMap(text, value, one => Append(text, Read(one)));
                break;
            case "dependencies":
                AppendMap(text, value, one => AppendDependency(text, one));
                break;
            case "additionalItems":
                text.Append("{\"Allows\":").Append(value.Kind == JsonKind.False ? "false" : "true").Append(",\"Schema\":");
                AppendOrNull(text, value.Kind == JsonKind.Object ? Read(value) : null);
                text.Append('}');
                break;
            case "maximum" or "minimum" or "multipleOf":
                text.Append(GoNumber.Json(JsonWords.Double(value)));
                break;
            case "externalDocs":
                AppendMembers(text, value, [("Description", "description", "\"\""), ("URL", "url", "\"\"")]);
                break;
            case "x-kubernetes-validations":
                AppendList(text, value, rule => AppendMembers(text, rule, RuleMembers));
                break;
            default:
                text.Append(GoJson.Write(value));
                break;
        }
    }

    private static void AppendProperties(StringBuilder text, Schema schema)
    {
        text.Append('{');
        foreach ((string name, Schema property) in schema.Properties.OrderBy(one => one.Name, Utf8Order.Comparer))
        {
            text.Append(text[^1] == '{' ? "" : ",");
            GoJson.AppendString(text, name);
            text.Append(':');
            Append(text, property);
        }

        text.Append('}');
    }

    private static void AppendMap(StringBuilder text, JsonValue map, Action<JsonValue> append)
    {
        text.Append('{');
        foreach ((string name, JsonValue value) in map.Members().OrderBy(member => member.Key, Utf8Order.Comparer))
        {
            text.Append(text[^1] == '{' ? "" : ",");
            GoJson.AppendString(text, name);
            text.Append(':');
            append(value);
        }

        text.Append('}');
    }

    private static void AppendDependency(StringBuilder text, JsonValue value)
    {
        text.Append("{\"Schema\":");
        AppendOrNull(text, value.Kind == JsonKind.Object ? Read(value) : null);
        text.Append(",\"Property\":").Append(value.Kind == JsonKind.Array ? GoJson.Write(value) : "null").Append('}');
    }

    private static Schema Read(JsonValue json) => SchemaReader.ReadCustomResource(json, "", keepsSource: true).Schema;

    private static void AppendSchemas(StringBuilder text, IReadOnlyList<Schema> schemas)
    {
        text.Append('[');
        foreach (Schema schema in schemas)
        {
            text.Append(text[^1] == '[' ? "" : ",");
            Append(text, schema);
        }

        text.Append(']');
    }

    private static void AppendOrNull(StringBuilder text, Schema? schema)
    {
        if (schema == null)
        {
            text.Append("null");
        }
        else
        {
            Append(text, schema);
        }
    }

    private static void AppendMembers(StringBuilder text, JsonValue value, (string Go, string Json, string Absent)[] members)
    {
        text.Append('{');
        foreach ((string go, string json, string absent) in members)
        {
            text.Append(text[^1] == '{' ? "\"" : ",\"").Append(go).Append("\":").Append(value[json].IsAbsent ? absent : GoJson.Write(value[json]));
        }

        text.Append('}');
    }

    private static void AppendList(StringBuilder text, JsonValue list, Action<JsonValue> append)
    {
        if (list.IsAbsent)
        {
            text.Append("null");
            return;
        }

        text.Append('[');
        foreach (JsonValue item in list.Items())
        {
            text.Append(text[^1] == '[' ? "" : ",");
            append(item);
        }

        text.Append(']');
    }
}
