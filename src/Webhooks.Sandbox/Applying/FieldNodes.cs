namespace Webhooks.Sandbox.Applying;

/// <summary>The nodes of one level of a <see cref="FieldSet"/> by their elements: few stand in a row, many have an index.</summary>
internal sealed class FieldNodes
{
    private const int Few = 8;
    private (string Element, FieldNode Node)[] _entries = [];
    private Dictionary<string, int>? _index;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The nodes in the order that they came in.</summary>
    public ReadOnlySpan<(string Element, FieldNode Node)> All => _entries.AsSpan(0, Count);

    /// <summary>The node of that element; a blank one for none.</summary>
    public FieldNode this[string element]
    {
        get => IndexOf(element) is >= 0 and int index ? _entries[index].Node : default;
        set
        {
            int index = IndexOf(element);
            if (index < 0)
            {
                Add(element, value);
            }
            else
            {
                _entries[index].Node = value;
            }
        }
    }

    /// <summary>Whether that element has a node.</summary>
    public bool Has(string element) => IndexOf(element) >= 0;

    private int IndexOf(string element)
    {
        if (_index != null)
        {
            return _index.GetValueOrDefault(element, -1);
        }

        for (int i = 0; i < Count; i++)
        {
            if (_entries[i].Element == element)
            {
                return i;
            }
        }

        return -1;
    }

    private void Add(string element, FieldNode node)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(4, Count * 2));
        }

        _entries[Count] = (element, node);
        Count++;
        if (Count > Few)
        {
            _index ??= Enumerable.Range(0, Count - 1).ToDictionary(i => _entries[i].Element, StringComparer.Ordinal);
            _index.Add(element, Count - 1);
        }
    }
}
