using System.Runtime.InteropServices;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>What makes two states the same.</summary>
internal readonly record struct DfaStateKey(int[] Steps, Neighbor Before)
{
    public bool Equals(DfaStateKey other) => Before == other.Before && Steps.AsSpan().SequenceEqual(other.Steps);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(MemoryMarshal.AsBytes(Steps.AsSpan()));
        hash.Add(Before);
        return hash.ToHashCode();
    }
}
