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

    /// <summary>A whole number of 32 bits.</summary>
    public static readonly Shape Number = new(ShapeKind.Number);

    /// <summary>A whole number of 64 bits.</summary>
    public static readonly Shape Long = new(ShapeKind.Number) { IsLong = true };

    public static readonly Shape Quantity = new(ShapeKind.Quantity);

    /// <summary>A port: its number or its name.</summary>
    public static readonly Shape Port = new(ShapeKind.NumberOrText);

    /// <summary>The fields of an object.</summary>
    public IReadOnlyDictionary<string, Shape> Fields { get; private init; } = new Dictionary<string, Shape>();

    /// <summary>The fields that get a value when they are absent: those of <see cref="Fields"/> with a <see cref="Default"/> or <see cref="Derived"/>.</summary>
    public ShapeField[] Defaulted { get; private init; } = [];

    /// <summary>The shape of a list's items or a map's values.</summary>
    public Shape? Item { get; private init; }

    /// <summary>The list-map keys of a list; empty: a list without keys.</summary>
    public ShapeField[] Keys { get; private init; } = [];

    /// <summary>The value that the API server fills in; missing: none. Where it is <c>{}</c>, an empty object is as good as none.</summary>
    public JsonValue Default { get; init; }

    /// <summary>The value that is stored, of the object around and the field's own value, either of which may be missing; <c>null</c>: its own.</summary>
    public Func<JsonValue, JsonValue, JsonValue>? Derived { get; init; }

    /// <summary>The member that an object gets, empty, when it has none but its name: a volume's <c>emptyDir</c>.</summary>
    public string? DefaultSource { get; init; }

    /// <summary>True where zero values (<c>""</c>, <c>false</c>, <c>0</c>) are kept: the Go field is a pointer.</summary>
    public bool KeepsZero { get; init; }

    /// <summary>True for what is taken whole or not at all.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>True for a list that gets an item unless an equal one stands there.</summary>
    public bool IsUnion { get; init; }

    /// <summary>True for a number of 64 bits; others have 32, and the API server refuses what does not fit.</summary>
    public bool IsLong { get; private init; }

    private ShapeField[] InOrder { get; init; } = [];

    public static Shape Object(params ReadOnlySpan<(string Name, Shape Shape)> fields)
    {
        Dictionary<string, Shape> byName = new(fields.Length, StringComparer.Ordinal);
        ShapeField[] inOrder = new ShapeField[fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            (string name, Shape shape) = fields[i];
            byName.Add(name, shape);
            inOrder[i] = new ShapeField(name, shape);
        }

        return new Shape(ShapeKind.Object)
        {
            Fields = byName,
            InOrder = inOrder,
            Defaulted = [.. inOrder.Where(field => !field.Shape.Default.IsMissing || field.Shape.Derived != null)],
        };
    }

    public static Shape List(Shape item, params string[] keys) =>
        new(ShapeKind.List) { Item = item, Keys = [.. keys.Select(key => new ShapeField(key, item.Fields[key]))] };

    /// <summary>This object, with these of its fields only.</summary>
    public Shape Only(params ReadOnlySpan<string> names)
    {
        List<(string, Shape)> fields = [];
        foreach (string name in names)
        {
            fields.Add((name, Fields[name]));
        }

        return Object([.. fields]);
    }

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
}
