namespace Webhooks.Admission.Templates;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>Longer names are nobody's slip, and comparing them costs their product.</summary>
    private const int Longest = 64;

    /// <summary><c>; did you mean "image"?</c>, or nothing when no known name is near.</summary>
    public static string Hint(string name, IEnumerable<string> known) =>
        Find(name, known) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";

    /// <summary>The known name at the smallest edit distance; <c>null</c> when more than a third of the letters differ.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        int most = Math.Max(1, name.Length / 3);
        string? nearest = null;
        foreach (string one in known)
        {
            if (name.Length > Longest || one.Length > Longest || Math.Abs(one.Length - name.Length) > most)
            {
                continue;
            }

            int distance = Distance(name, one);
            if (distance < most || (distance == most && (nearest == null || string.CompareOrdinal(one, nearest) < 0)))
            {
                nearest = one;
                most = distance;
            }
        }

        return nearest;
    }

    /// <summary>True when few edits make one name of the other; letter case is none.</summary>
    public static bool IsWithin(int edits, string left, string right) =>
        left.Length <= Longest && right.Length <= Longest && Distance(left, right) <= edits;

    /// <summary>The optimal string alignment distance: two neighbouring letters that are swapped are one edit.</summary>
    private static int Distance(string left, string right)
    {
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            Span<int> free = before;
            before = above;
            above = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (IsSame(left[i - 1], right[j - 1]) ? 0 : 1));
                bool isSwap = i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]);
                row[j] = isSwap ? Math.Min(cost, before[j - 2] + 1) : cost;
            }
        }

        return row[right.Length];
    }

    private static bool IsSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
