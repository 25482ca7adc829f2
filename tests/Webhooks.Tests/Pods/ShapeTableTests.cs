using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Pods;

/// <summary>The table of shapes says what the published schema says, no more and no less.</summary>
public class ShapeTableTests
{
    private const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private const string MapValue = "value of a map";
    private static readonly SchemaFile Schemas = new();

    [Fact]
    public void The_table_is_the_schema()
    {
        List<string> differences = [];
        JsonValue properties = Schemas[SchemaFile.Core + "PodSpec"]["properties"u8];
        foreach ((string name, Shape shape) in PodShapes.PodSpec.Fields)
        {
            Compare(name, $"PodSpec.{name}", properties[name], shape, differences);
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Theory]
    [InlineData("labels")]
    [InlineData("annotations")]
    public void Metadata_is_the_schemas(string map)
    {
        List<string> differences = [];
        Compare(map, "", Schemas[Meta]["properties"u8][map], PodShapes.Metadata.Fields[map], differences);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public void A_shape_that_differs_is_found()
    {
        List<string> differences = [];
        Shape wrong = Shape.Object(("name", Shape.Number), ("other", Shape.Text));
        CompareObject("LocalObjectReference", SchemaFile.Core + "LocalObjectReference", wrong, differences);
        Assert.Equal(["LocalObjectReference.name: the schema says Text", "LocalObjectReference.other: not in the schema"], differences);
    }

    private static void CompareObject(string path, string type, Shape shape, List<string> differences)
    {
        JsonValue properties = Schemas[type]["properties"u8];
        foreach ((string name, JsonValue property) in properties.Members())
        {
            // A claim's template has labels and annotations only: the API server refuses the other fields.
            if (shape.Fields.TryGetValue(name, out Shape? field))
            {
                Compare($"{path}.{name}", $"{type.Split('.')[^1]}.{name}", property, field, differences);
            }
            else if (type != Meta)
            {
                differences.Add($"{path}.{name}: not in the table");
            }
        }

        differences.AddRange(shape.Fields.Keys.Where(name => properties[name].IsMissing).Select(name => $"{path}.{name}: not in the schema"));
    }

    private static void Compare(string path, string field, JsonValue property, Shape shape, List<string> differences)
    {
        ShapeKind expected = KindOf(property);
        if (shape.Kind != expected)
        {
            differences.Add($"{path}: the schema says {expected}");
            return;
        }

        // What stands in a map is stored, the empty text too.
        bool isPointer = GoFields.Pointers.Contains(field) || (field == MapValue && expected == ShapeKind.Text);
        if (shape.KeepsZero != isPointer)
        {
            differences.Add($"{path}: {(isPointer ? "a pointer" : "no pointer")} in Go");
        }

        CompareDefault(path, field, property["default"u8], shape, differences);
        if (property["format"u8].AsString() is { } format && format == "int64" != ShapeCheck.IsLong(path.Split('.')[^1].TrimEnd('[', ']')))
        {
            differences.Add($"{path}: {format}");
        }

        switch (expected)
        {
            case ShapeKind.Object:
                CompareObject(path, SchemaFile.Reference(property)!, shape, differences);
                break;
            case ShapeKind.Map:
                Compare(path + "[]", MapValue, property["additionalProperties"u8], shape.Item!, differences);
                break;
            case ShapeKind.List:
                CompareList(path, property, shape, differences);
                break;
        }
    }

    private static void CompareList(string path, JsonValue property, Shape shape, List<string> differences)
    {
        IEnumerable<string> keys = property["x-kubernetes-list-map-keys"u8].Items().Select(key => key.GetString());
        if (!keys.SequenceEqual(shape.Keys.Select(key => key.Name)))
        {
            differences.Add($"{path}: keys {string.Join(", ", keys)}");
        }

        if (shape.Keys.Length == 0 && !shape.IsAtomic && !shape.IsUnion)
        {
            differences.Add($"{path}: neither keys nor atomic");
        }

        Compare(path + "[]", "", property["items"u8], shape.Item!, differences);
    }

    /// <summary>The schema states the defaults of zero values too, which are what an absent field is.</summary>
    private static void CompareDefault(string path, string field, JsonValue stated, Shape shape, List<string> differences)
    {
        string text = stated.ToString();
        bool isZero = stated.IsMissing || (!shape.KeepsZero && text is "\"\"" or "0" or "false") || text == "{}";
        string expected = GoFields.Defaults.GetValueOrDefault(field) ?? (isZero ? "" : text);
        if (shape.Default.ToString() != expected)
        {
            differences.Add($"{path}: default {expected} is {shape.Default}");
        }
    }

    private static ShapeKind KindOf(JsonValue property) => (SchemaFile.Reference(property), property["type"u8].AsString()) switch
    {
        ("io.k8s.apimachinery.pkg.api.resource.Quantity", _) => ShapeKind.Quantity,
        ("io.k8s.apimachinery.pkg.util.intstr.IntOrString", _) => ShapeKind.NumberOrText,
        (not null, _) => ShapeKind.Object,
        (_, "string") => ShapeKind.Text,
        (_, "boolean") => ShapeKind.Flag,
        (_, "integer") => ShapeKind.Number,
        (_, "array") => ShapeKind.List,
        (_, "object") => ShapeKind.Map,
        (_, var other) => throw new NotSupportedException(other),
    };
}
