using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A field of a template: what stands there, its path, and where to point when it is wrong.</summary>
/// <remarks>Fields that are not there can be asked for and have a path too; they point at what should hold them.</remarks>
internal readonly struct Field
{
    private readonly FieldNode? _parent;
    private readonly string? _name;
    private readonly int _index;

    /// <summary>The last step of the path, where it was made already.</summary>
    private readonly FieldNode? _node;

    private Field(FieldNode? parent, string? name, int index, JsonValue value, JsonValue anchor)
    {
        _parent = parent;
        _name = name;
        _index = index;
        Value = value;
        Anchor = anchor;
    }

    private Field(FieldNode node, JsonValue value)
    {
        _node = node;
        Value = value;
        Anchor = value;
    }

    public JsonValue Value { get; }

    /// <summary>The value that a message about this field points at.</summary>
    public JsonValue Anchor { get; }

    /// <summary>True when there is a value other than null.</summary>
    public bool IsSet => !Value.IsAbsent;

    /// <summary>True for <c>true</c>.</summary>
    public bool IsTrue => Value.Kind == JsonKind.True;

    /// <summary>The text of a string, else "": to the API server an absent string is an empty one.</summary>
    public string Text => Value.AsString() ?? "";

    /// <summary>The number, else 0: to the API server an absent number is 0.</summary>
    public long Number => Value.TryGetInt64(out long number) ? number : 0;

    public int Count => Value.Count;

    public string Path => Node?.Path ?? "";

    private FieldNode? Node => _node != null ? _node : _parent == null && _name == null ? null : new FieldNode(_parent, _name, _index);

    /// <summary>The member of that name, there or not.</summary>
    public Field this[string name]
    {
        get
        {
            JsonValue member = Value[name];
            return new Field(Node, name, 0, member, member.IsMissing ? Anchor : member);
        }
    }

    /// <summary>The whole template, whose path is empty.</summary>
    public static Field Root(JsonValue root) => new(null, null, 0, root, root);

    /// <summary>The items of a list, or none.</summary>
    public IEnumerable<Field> Items() => Count == 0 ? [] : AllItems();

    /// <summary>The members of an object, and their names, each pointing at its place.</summary>
    public IEnumerable<(string Name, Field Key, Field Value)> Members() => Count == 0 ? [] : Entries(index: 0);

    /// <summary>The keys of a map, each pointing at its place, and their values.</summary>
    public IEnumerable<(string Key, Field Name, Field Value)> Entries() => Count == 0 ? [] : Entries(FieldNode.Key);

    private IEnumerable<Field> AllItems()
    {
        FieldNode? node = Node;
        JsonCursor items = new(Value.Kind == JsonKind.Array ? Value : default);
        for (int index = 0; items.MoveNext(); index++)
        {
            yield return new Field(new FieldNode(node, null, index), items.Value);
        }
    }

    private IEnumerable<(string Key, Field Name, Field Value)> Entries(int index)
    {
        FieldNode? node = Node;
        JsonCursor entries = new(Value.Kind == JsonKind.Object ? Value : default);
        while (entries.MoveNext())
        {
            string key = entries.Name;
            yield return (
                key,
                new Field(node, key, index, entries.NameValue, entries.NameValue),
                new Field(node, key, index, entries.Value, entries.Value));
        }
    }
}
