using System.Globalization;

namespace Webhooks.Schemas.Patterns.Characters;

/// <summary>Which code points are the same but for their case: by simple folding, as <c>k</c>, <c>K</c> and the Kelvin sign.</summary>
/// <remarks>Thread safe. Source: <c>unicode.SimpleFold</c> of Go 1.26, which is Unicode 15.0.</remarks>
internal static class CaseFolds
{
    private static readonly Lazy<(int[] Members, Dictionary<int, int[]> Orbits)> Table = new(Read);

    /// <summary>All code points that are one with this, in order; none when it has no case.</summary>
    public static ReadOnlySpan<int> OrbitOf(int codePoint) => Table.Value.Orbits.GetValueOrDefault(codePoint);

    /// <summary>The least code point that is one with this: itself when it has no case.</summary>
    public static int Least(int codePoint) => OrbitOf(codePoint) is [int least, ..] ? least : codePoint;

    /// <summary>Adds to a set what is one with its members in the range from <c>first</c> to <c>last</c>.</summary>
    public static void AddFolds(CodePointSetBuilder set, int first, int last)
    {
        int[] members = Table.Value.Members;
        int at = Array.BinarySearch(members, first);
        for (at = at < 0 ? ~at : at; at < members.Length && members[at] <= last; at++)
        {
            foreach (int folded in OrbitOf(members[at]))
            {
                set.Add(folded, folded);
            }
        }
    }

    /// <summary>A set, and all that is one with its members.</summary>
    public static CodePointSet Close(CodePointSet set)
    {
        CodePointSetBuilder closed = new();
        closed.Add(set);
        for (int i = 0; i < set.Bounds.Length; i += 2)
        {
            AddFolds(closed, set.Bounds[i], set.Bounds[i + 1]);
        }

        return closed.Build();
    }

    /// <summary>The table says what to add to a code point to fold it; those that fold to one are one.</summary>
    private static (int[] Members, Dictionary<int, int[]> Orbits) Read()
    {
        Dictionary<int, SortedSet<int>> byTarget = [];
        foreach ((string distance, CodePointSet folding) in CodePointTable.Read("folds.txt"))
        {
            int added = int.Parse(distance.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) * (distance[0] == '-' ? -1 : 1);
            for (int i = 0; i < folding.Bounds.Length; i += 2)
            {
                for (int one = folding.Bounds[i]; one <= folding.Bounds[i + 1]; one++)
                {
                    SortedSet<int> orbit = byTarget.TryGetValue(one + added, out SortedSet<int>? known) ? known : byTarget[one + added] = [one + added];
                    orbit.Add(one);
                }
            }
        }

        Dictionary<int, int[]> orbits = [];
        foreach (SortedSet<int> orbit in byTarget.Values)
        {
            int[] members = [.. orbit];
            foreach (int member in members)
            {
                orbits[member] = members;
            }
        }

        return ([.. orbits.Keys.Order()], orbits);
    }
}
