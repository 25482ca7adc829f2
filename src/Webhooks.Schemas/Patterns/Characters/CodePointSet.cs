using System.Runtime.InteropServices;

namespace Webhooks.Schemas.Patterns.Characters;

/// <summary>A set of code points, as ranges in order that neither overlap nor touch.</summary>
/// <remarks>Immutable and thread safe. Two sets are equal when they have the same members.</remarks>
internal sealed class CodePointSet : IEquatable<CodePointSet>
{
    /// <summary>The greatest code point.</summary>
    public const int Last = 0x10FFFF;

    private readonly int[] _bounds;
    private readonly UInt128 _ascii;

    /// <summary>A set of ranges that are in order already.</summary>
    /// <param name="bounds">The first and the last member of each range, in turn.</param>
    public CodePointSet(params ReadOnlySpan<int> bounds)
    {
        _bounds = bounds.ToArray();
        for (int i = 0; i < _bounds.Length && _bounds[i] < 128; i += 2)
        {
            for (int one = _bounds[i]; one <= Math.Min(_bounds[i + 1], 127); one++)
            {
                _ascii |= UInt128.One << one;
            }
        }
    }

    public static CodePointSet None { get; } = new();

    public static CodePointSet Any { get; } = new(0, Last);

    /// <summary>The first and the last member of each range, in turn.</summary>
    public ReadOnlySpan<int> Bounds => _bounds;

    public bool IsEmpty => _bounds.Length == 0;

    /// <summary>The only member of a set of one.</summary>
    public int? Single => _bounds.Length == 2 && _bounds[0] == _bounds[1] ? _bounds[0] : null;

    /// <summary>Whether a code point is a member. Cost: one look for ASCII, a binary search for others.</summary>
    public bool Contains(int codePoint)
    {
        if (codePoint < 128)
        {
            return ((ulong)(codePoint < 64 ? _ascii : _ascii >> 64) >> (codePoint & 63) & 1) != 0;
        }

        int low = 0;
        int high = (_bounds.Length / 2) - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (codePoint < _bounds[2 * middle])
            {
                high = middle - 1;
            }
            else if (codePoint > _bounds[(2 * middle) + 1])
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every code point that is not a member.</summary>
    public CodePointSet Negated()
    {
        List<int> bounds = new(_bounds.Length + 2);
        int next = 0;
        for (int i = 0; i < _bounds.Length; i += 2)
        {
            if (next < _bounds[i])
            {
                bounds.AddRange([next, _bounds[i] - 1]);
            }

            next = _bounds[i + 1] + 1;
        }

        if (next <= Last)
        {
            bounds.AddRange([next, Last]);
        }

        return new(CollectionsMarshal.AsSpan(bounds));
    }

    public bool Equals(CodePointSet? other) => other != null && _bounds.AsSpan().SequenceEqual(other._bounds);

    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(MemoryMarshal.AsBytes(_bounds.AsSpan()));
        return hash.ToHashCode();
    }
}
