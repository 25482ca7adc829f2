using System.Collections;

namespace Webhooks.Resources.OpenApi;

/// <summary>The named members of an object's schema, in the document's order.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class SchemaProperties : IReadOnlyList<SchemaProperty>
{
    /// <summary>Up to here looking at each is as fast as a table.</summary>
    private const int FewEnough = 12;

    private readonly SchemaProperty[] _inOrder;
    private readonly Dictionary<string, Schema>? _byName;

    internal SchemaProperties(SchemaProperty[] inOrder)
    {
        _inOrder = inOrder;
        _byName = inOrder.Length <= FewEnough ? null : inOrder.ToDictionary(one => one.Name, one => one.Schema, StringComparer.Ordinal);
    }

    internal static SchemaProperties None { get; } = new([]);

    /// <inheritdoc />
    public int Count => _inOrder.Length;

    /// <inheritdoc />
    public SchemaProperty this[int index] => _inOrder[index];

    /// <summary>The schema of the member of that name; <c>null</c> where none is stated. Cost: constant, no allocation.</summary>
    public Schema? this[string name]
    {
        get
        {
            if (_byName != null)
            {
                return _byName.GetValueOrDefault(name);
            }

            foreach (SchemaProperty property in _inOrder)
            {
                if (property.Name == name)
                {
                    return property.Schema;
                }
            }

            return null;
        }
    }

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
