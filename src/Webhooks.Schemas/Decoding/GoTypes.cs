using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Decoding;

/// <summary>Finds the Go type behind a published schema.</summary>
internal static class GoTypes
{
    /// <summary>The field that is published as that property of <paramref name="owner"/>.</summary>
    public static GoField FieldOf(string owner, SchemaProperty property, bool isRequired)
    {
        Schema schema = property.Schema;
        GoType type = Of(schema, NameOf(schema));
        bool isReference = type.Shape is GoShape.Struct or GoShape.Raw or GoShape.Time or GoShape.MicroTime or GoShape.Quantity
            or GoShape.IntOrString or GoShape.SchemaOrList or GoShape.SchemaOrBool or GoShape.SchemaOrTexts;
        bool isPointer = isReference && schema.Name != null && !(schema.Default.Kind == JsonKind.Object && schema.Default.Count == 0);
        bool isWritten = isReference ? !isPointer : isRequired || IsZero(schema);
        if (GoFacts.Of(owner, property.Name) is { } fact)
        {
            bool isOmitted = fact.EndsWith('?');
            bool isKept = fact.EndsWith('!');
            string name = fact.TrimEnd('?', '!');
            isPointer = name.StartsWith('*');
            type = Of(schema, name.TrimStart('*'));
            isWritten = isKept || (!isOmitted && !isPointer && (isReference || isRequired || IsZero(schema)));
        }

        return new(property.Name, type, isPointer, isWritten);
    }

    private static GoType Of(Schema schema, string name)
    {
        GoShape shape = ShapeOf(schema);
        return shape switch
        {
            GoShape.Slice => new(shape, name) { Element = Of(schema.Items!, ElementName(name, "[]", schema.Items!)) },
            GoShape.Map => new(shape, name) { Element = Of(ValuesOf(schema), ElementName(name, "map[string]", ValuesOf(schema))) },
            GoShape.Struct => new(shape, name) { Schema = schema },
            _ => new(shape, name),
        };
    }

    private static GoShape ShapeOf(Schema schema)
    {
        switch (LastOf(schema.Name))
        {
            case "Time":
                return GoShape.Time;
            case "MicroTime":
                return GoShape.MicroTime;
            case "Quantity":
                return GoShape.Quantity;
            case "IntOrString":
                return GoShape.IntOrString;
            case "JSONSchemaPropsOrArray":
                return GoShape.SchemaOrList;
            case "JSONSchemaPropsOrStringArray":
                return GoShape.SchemaOrTexts;
            case "JSONSchemaPropsOrBool":
                return GoShape.SchemaOrBool;
            case "CustomResourceSubresourceStatus":
                // A struct without fields: what is published of it is an object of anything.
                return GoShape.Struct;
        }

        return schema.Type switch
        {
            SchemaType.String => schema.Format == "byte" ? GoShape.Bytes : GoShape.String,
            SchemaType.Boolean => GoShape.Bool,
            SchemaType.Integer => GoShape.Integer,
            SchemaType.Number => GoShape.Float,
            SchemaType.Array when schema.Items != null => GoShape.Slice,
            SchemaType.Object when schema.Properties.Count > 0 => GoShape.Struct,
            SchemaType.Object when schema.AdditionalProperties?.Schema != null => GoShape.Map,
            _ => GoShape.Raw,
        };
    }

    /// <summary>The name that a schema suggests.</summary>
    private static string NameOf(Schema schema)
    {
        return ShapeOf(schema) switch
        {
            GoShape.Slice => "[]" + NameOf(schema.Items!),
            GoShape.Map => "map[string]" + NameOf(ValuesOf(schema)),
            GoShape.String => "string",
            GoShape.Bool => "bool",
            GoShape.Integer => schema.Format ?? "int64",
            GoShape.Float => "float64",
            GoShape.Bytes => "[]uint8",
            _ => Printed(schema.Name),
        };
    }

    private static string ElementName(string name, string prefix, Schema element) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..].TrimStart('*') : NameOf(element);

    private static Schema ValuesOf(Schema schema) => schema.AdditionalProperties!.Schema!;

    private static bool IsZero(Schema schema) =>
        schema.Default.RawText is { Length: > 0 } text && (text.SequenceEqual("\"\""u8) || text.SequenceEqual("0"u8) || text.SequenceEqual("false"u8));

    /// <summary><c>v1.ObjectMeta</c> of <c>io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta</c>.</summary>
    private static string Printed(string? name)
    {
        if (name == null)
        {
            return "interface {}";
        }

        int last = name.LastIndexOf('.');
        int before = last > 0 ? name.LastIndexOf('.', last - 1) : -1;
        return name[(before + 1)..];
    }

    private static string LastOf(string? name) => name == null ? "" : name[(name.LastIndexOf('.') + 1)..];
}
