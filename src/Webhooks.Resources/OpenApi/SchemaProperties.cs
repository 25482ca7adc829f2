using System.Collections;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>The named members of an object's schema, in the document's order.</summary>
/// <remarks>Immutable and thread safe. A table of the names is made when one is first looked up.</remarks>
public sealed class SchemaProperties : IReadOnlyList<SchemaProperty>
{
    private readonly SchemaProperty[] _inOrder;
    private NameTable<Schema>? _byName;

    internal SchemaProperties(SchemaProperty[] inOrder)
    {
        _inOrder = inOrder;
    }

    internal static SchemaProperties None { get; } = new([]);

    /// <inheritdoc />
    public int Count => _inOrder.Length;

    /// <inheritdoc />
    public SchemaProperty this[int index] => _inOrder[index];

    /// <summary>The schema of the member of that name; <c>null</c> where none is stated. Cost: constant, no allocation.</summary>
    public Schema? this[string name] => ByName.Find(name);

    /// <summary>The schema of the member whose name stands in a document; <c>null</c> where none is stated. Cost: constant, no allocation.</summary>
    public Schema? this[JsonValue name] => _inOrder.Length == 0 ? null : ByName.Find(name);

    private NameTable<Schema> ByName => _byName ??= new(_inOrder.Select(one => KeyValuePair.Create(one.Name, one.Schema)));

    /// <inheritdoc />
    public IEnumerator<SchemaProperty> GetEnumerator()
    {
        for (int i = 0; i < _inOrder.Length; i++)
        {
            yield return _inOrder[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
