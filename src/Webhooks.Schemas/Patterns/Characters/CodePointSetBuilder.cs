using System.Runtime.InteropServices;

namespace Webhooks.Schemas.Patterns.Characters;

/// <summary>Gathers ranges in any order into a set. One may be used again and again.</summary>
internal sealed class CodePointSetBuilder
{
    // The first member above, the last one below, so that numbers sort as ranges do.
    private readonly List<long> _ranges = [];
    private readonly List<int> _bounds = [];

    // An expression has equal sets as one object, and may say one thousands of times.
    private readonly HashSet<CodePointSet> _added = new(ReferenceEqualityComparer.Instance);

    public void Clear()
    {
        _ranges.Clear();
        _added.Clear();
    }

    public void Add(int first, int last) => _ranges.Add(((long)first << 32) | (uint)last);

    public void Add(CodePointSet set)
    {
        if (set.IsEmpty || !_added.Add(set))
        {
            return;
        }

        ReadOnlySpan<int> bounds = set.Bounds;
        for (int i = 0; i < bounds.Length; i += 2)
        {
            Add(bounds[i], bounds[i + 1]);
        }
    }

    public CodePointSet Build()
    {
        _ranges.Sort();
        _bounds.Clear();
        foreach (long range in _ranges)
        {
            (int first, int last) = ((int)(range >> 32), (int)range);
            if (_bounds.Count > 0 && first <= _bounds[^1] + 1)
            {
                _bounds[^1] = Math.Max(_bounds[^1], last);
            }
            else
            {
                _bounds.Add(first);
                _bounds.Add(last);
            }
        }

        return new(CollectionsMarshal.AsSpan(_bounds));
    }
}
