namespace Webhooks.Resources.Json;

/// <summary>Steps through the members of an object or the items of an array; shadowed members are passed over, unless they are asked for.</summary>
/// <remarks>A value type without allocation; the way to walk a document with a stack of one's own instead of recursion.</remarks>
public struct JsonCursor
{
    private readonly JsonTree? _tree;
    private readonly int _end;
    private readonly bool _withShadowed;
    private int _next;
    private int _name;

    /// <summary>A cursor before the first member or item; over anything but a container it has none.</summary>
    /// <param name="container">What it steps through.</param>
    /// <param name="withShadowed">Whether members that a later one overrides are stepped on too, in document order. Default: no.</param>
    public JsonCursor(JsonValue container, bool withShadowed = false)
    {
        _withShadowed = withShadowed;
        IsObject = container.Kind == JsonKind.Object;
        if (IsObject || container.Kind == JsonKind.Array)
        {
            _tree = container.Tree;
            _next = container.Row + 1;
            _end = _tree!.Rows[container.Row].End;
        }
    }

    /// <summary>True when the container is an object.</summary>
    public bool IsObject { get; }

    /// <summary>The value that the cursor stands on.</summary>
    public JsonValue Value { get; private set; }

    /// <summary>The name of the member that the cursor stands on; of objects only.</summary>
    public readonly string Name => NameValue.GetString();

    /// <summary>The name of the member that the cursor stands on, as a string value with its place in the text.</summary>
    public readonly JsonValue NameValue => IsObject && _tree != null ? new JsonValue(_tree, _name) : default;

    /// <summary>Steps on.</summary>
    /// <returns>False when there is no further member or item.</returns>
    public bool MoveNext()
    {
        while (_next < _end)
        {
            JsonRow[] rows = _tree!.Rows;
            int value = _next;
            if (IsObject)
            {
                _name = _next;
                value++;
            }

            _next = rows[value].End;
            if (!IsObject || _withShadowed || !rows[_name].IsShadowed)
            {
                Value = new JsonValue(_tree, value);
                return true;
            }
        }

        return false;
    }
}
