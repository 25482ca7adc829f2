using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Admission.Pods;

/// <summary>Makes shapes of published schemas and <see cref="ShapeOverlay"/>; each type is made once.</summary>
/// <remarks>Recurses as deep as the types are nested in one another; none of a pod template holds itself.</remarks>
internal sealed class SchemaShapes(SchemaSet schemas)
{
    private const string Core = "io.k8s.api.core.v1.";
    private const string Quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private const string IntOrString = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";
    private readonly Dictionary<string, Shape> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonValue> _defaults = new(StringComparer.Ordinal);

    /// <summary>The shape of a type of the core group: <c>Container</c>.</summary>
    public Shape OfType(string name) => OfObject(schemas.Schemas[Core + name]);

    private static string TypeName(Schema schema) => schema.Name![(schema.Name!.LastIndexOf('.') + 1)..];

    private Shape OfObject(Schema schema)
    {
        string type = TypeName(schema);
        if (!_types.TryGetValue(type, out Shape? shape))
        {
            shape = Shape.Object(FieldsOf(schema, type)) with
            {
                IsAtomic = schema.Extensions.MapType == "atomic" || ShapeOverlay.Atoms.Contains(type),
                DefaultSource = ShapeOverlay.DefaultSources.GetValueOrDefault(type),
            };
            _types.Add(type, shape);
        }

        return shape;
    }

    private (string Name, Shape Shape)[] FieldsOf(Schema schema, string type)
    {
        (string, Shape)[] fields = new (string, Shape)[schema.Properties.Count];
        for (int i = 0; i < fields.Length; i++)
        {
            SchemaProperty property = schema.Properties[i];
            fields[i] = (property.Name, OfField(property.Schema, $"{type}.{property.Name}"));
        }

        return fields;
    }

    private Shape OfField(Schema schema, string field)
    {
        Shape shape = OfValue(schema, field);
        if (ShapeOverlay.Restricted.TryGetValue(field, out string[]? members))
        {
            shape = shape.Only(members);
        }

        bool keepsZero = ShapeOverlay.Pointers.Contains(field);
        bool isAtomic = shape.IsAtomic || ShapeOverlay.Atoms.Contains(field);
        JsonValue stated = DefaultOf(schema, field, keepsZero);
        Func<JsonValue, JsonValue, JsonValue>? derived = ShapeOverlay.Derived.GetValueOrDefault(field);
        bool isPlain = !keepsZero && isAtomic == shape.IsAtomic && stated.IsMissing && derived == null;
        return isPlain ? shape : shape with { KeepsZero = keepsZero, IsAtomic = isAtomic, Default = stated, Derived = derived };
    }

    private Shape OfValue(Schema schema, string field) => schema switch
    {
        { Name: Quantity } => Shape.Quantity,
        { Name: IntOrString } => Shape.Port,
        { Type: SchemaType.String } => Shape.Text,
        { Type: SchemaType.Boolean } => Shape.Flag,
        { Type: SchemaType.Integer } => schema.Format == "int64" ? Shape.Long : Shape.Number,
        { Type: SchemaType.Array } => OfList(schema, field),
        { Properties.Count: > 0 } => OfObject(schema),
        { AdditionalProperties.Schema: { } value } => OfMap(schema, value, field),
        _ => Shape.Any,
    };

    private Shape OfList(Schema schema, string field)
    {
        bool isUnion = ShapeOverlay.Unions.Contains(field);
        return Shape.List(OfValue(schema.Items!, field + "[]"), [.. schema.Extensions.ListMapKeys]) with
        {
            IsUnion = isUnion,
            IsAtomic = !isUnion && schema.Extensions.ListType != "map",
        };
    }

    /// <summary>What stands in a map is stored, the empty text too.</summary>
    private Shape OfMap(Schema schema, Schema value, string field)
    {
        Shape item = OfValue(value, field + "[]");
        return Shape.Map(item.Kind == ShapeKind.Text ? item.Pointer() : item) with
        {
            IsAtomic = schema.Extensions.MapType == "atomic" && !ShapeOverlay.MergedMaps.Contains(field),
        };
    }

    /// <summary>The schema states the defaults of zero values too, which are what an absent field is.</summary>
    private JsonValue DefaultOf(Schema schema, string field, bool keepsZero)
    {
        if (!ShapeOverlay.Defaults.TryGetValue(field, out string? json))
        {
            return keepsZero || !IsZero(schema.Default) ? schema.Default : default;
        }

        if (!_defaults.TryGetValue(json, out JsonValue value))
        {
            _defaults.Add(json, value = JsonTree.Parse(json).Compact().Root);
        }

        return value;
    }

    private static bool IsZero(JsonValue value) =>
        value.Kind == JsonKind.False || value.TextEquals(default) || (value.TryGetInt64(out long number) && number == 0);
}
