namespace Webhooks.Admission.Templates;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary><c>; did you mean "image"?</c>, or nothing when no known name is near.</summary>
    public static string Hint(string name, IEnumerable<string> known) =>
        Find(name, known) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";

    /// <summary>The known name at the smallest edit distance; <c>null</c> when more than a third of the letters differ.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        int most = Math.Max(1, name.Length / 3);
        return known.Where(one => Math.Abs(one.Length - name.Length) <= most)
            .Select(one => (Name: one, Distance: Distance(name, one)))
            .Where(one => one.Distance <= most)
            .OrderBy(one => one.Distance).ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)
            .FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
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

        return row[^1];
    }
}
