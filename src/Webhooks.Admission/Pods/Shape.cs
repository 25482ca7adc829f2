using System.Collections.Frozen;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Pods;

/// <summary>
/// What the API server makes of one field: its JSON type, the zero value that it drops, the default that it fills
/// in, and how two values of it merge.
/// </summary>
internal sealed record Shape(ShapeKind Kind)
{
    public static readonly Shape Any = new(ShapeKind.Any);
    public static readonly Shape Text = new(ShapeKind.Text);
    public static readonly Shape Flag = new(ShapeKind.Flag);
    public static readonly Shape Number = new(ShapeKind.Number);
    public static readonly Shape Quantity = new(ShapeKind.Quantity);

    /// <summary>A port: its number or its name.</summary>
    public static readonly Shape Port = new(ShapeKind.NumberOrText);

    /// <summary>The fields of an object.</summary>
    public FrozenDictionary<string, Shape> Fields { get; private init; } = FrozenDictionary<string, Shape>.Empty;

    /// <summary>The fields that get a value when they are absent; those of <see cref="Fields"/> with a <see cref="Default"/>.</summary>
    public ShapeField[] Defaulted { get; private init; } = [];

    /// <summary>The shape of a list's items or a map's values.</summary>
    public Shape? Item { get; private init; }

    /// <summary>The list-map keys of a list; empty: a list without keys.</summary>
    public ShapeField[] Keys { get; private init; } = [];

    /// <summary>The value that the API server fills in; missing: none.</summary>
    public JsonValue Default { get; init; }

    /// <summary>The member that an object gets, empty, when it has none but its name: a volume's <c>emptyDir</c>.</summary>
    public string? DefaultSource { get; private init; }

    /// <summary>True where zero values (<c>""</c>, <c>false</c>, <c>0</c>) are kept: the Go field is a pointer.</summary>
    public bool KeepsZero { get; private init; }

    /// <summary>True for what is taken whole or not at all.</summary>
    public bool IsAtomic { get; private init; }

    /// <summary>True for a list that gets an item unless an equal one stands there.</summary>
    public bool IsUnion { get; private init; }

    private ShapeField[] InOrder { get; init; } = [];

    public static Shape Object(params ReadOnlySpan<(string Name, Shape Shape)> fields)
    {
        Dictionary<string, Shape> byName = [];
        foreach ((string name, Shape shape) in fields)
        {
            byName.Add(name, shape);
        }

        ShapeField[] inOrder = [.. byName.Select(field => new ShapeField(field.Key, field.Value))];
        return new Shape(ShapeKind.Object)
        {
            Fields = byName.ToFrozenDictionary(StringComparer.Ordinal),
            InOrder = inOrder,
            Defaulted = [.. inOrder.Where(field => !field.Shape.Default.IsMissing)],
        };
    }

    public static Shape List(Shape item, params string[] keys) =>
        new(ShapeKind.List) { Item = item, Keys = [.. keys.Select(key => new ShapeField(key, item.Fields[key]))] };

    public static Shape Map(Shape value) => new(ShapeKind.Map) { Item = value };

    /// <summary>The field of that name, given as a member's name; <c>null</c> for a field that the table has not. No allocation.</summary>
    public ShapeField? Find(JsonValue name)
    {
        foreach (ShapeField field in InOrder)
        {
            if (name.TextEquals(field.Utf8))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The field of that name; <c>null</c> for a field that the table has not. No allocation.</summary>
    public ShapeField? Find(ReadOnlySpan<char> name)
    {
        foreach (ShapeField field in InOrder)
        {
            if (name.SequenceEqual(field.Name))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>This shape, of a Go pointer.</summary>
    public Shape Pointer() => this with { KeepsZero = true };

    /// <summary>This shape, taken whole or not at all.</summary>
    public Shape Atomic() => this with { IsAtomic = true };

    /// <summary>This list, to which an item is added unless an equal one stands there.</summary>
    public Shape Union() => this with { IsUnion = true };

    /// <summary>This shape, with the JSON that the API server fills in.</summary>
    public Shape WithDefault(string json) => this with { Default = JsonTree.Parse(json).Root };

    /// <summary>This object, with the member that it gets when it has none but its name.</summary>
    public Shape WithDefaultSource(string member) => this with { DefaultSource = member };
}
