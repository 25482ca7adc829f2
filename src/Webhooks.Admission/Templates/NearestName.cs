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

    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool isSame = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                int cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (isSame ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[right.Length];
    }
}
