namespace Webhooks.Schemas.Patterns.Characters;

/// <summary>The sets that <c>\p{…}</c> names: categories, short and in words, scripts, Any, Assigned and ASCII.</summary>
/// <remarks>Thread safe. Source: <c>unicodeTable</c> of <c>regexp/syntax</c> in Go 1.26, which is Unicode 15.0.</remarks>
internal static class UnicodeSets
{
    private static readonly Lazy<Dictionary<string, CodePointSet>> Sets = new(Read);

    /// <summary>The set of a name, of which case, spaces, <c>_</c> and <c>-</c> don't count; <c>null</c> when there is none.</summary>
    public static CodePointSet? Find(string name) => Sets.Value.GetValueOrDefault(Canonical(name));

    private static Dictionary<string, CodePointSet> Read()
    {
        Dictionary<string, CodePointSet> categories = CodePointTable.Read("categories.txt");
        CodePointSet assigned = Union(categories, "");
        categories["Cn"] = assigned.Negated();
        Dictionary<string, CodePointSet> sets = new(categories);
        foreach (string major in (string[])["C", "L", "M", "N", "P", "S", "Z"])
        {
            sets[major] = Union(categories, major);
        }

        sets["Lc"] = Union(categories.Where(one => one.Key is "Ll" or "Lt" or "Lu"), "");
        sets["Any"] = CodePointSet.Any;
        sets["Assigned"] = assigned;
        sets["Ascii"] = new(0, 0x7F);
        foreach ((string script, CodePointSet set) in CodePointTable.Read("scripts.txt"))
        {
            sets.TryAdd(script, set);
        }

        foreach ((string words, string category) in CategoryWords.All)
        {
            sets.TryAdd(Canonical(words), sets[category]);
        }

        return sets;
    }

    private static CodePointSet Union(IEnumerable<KeyValuePair<string, CodePointSet>> categories, string prefix)
    {
        CodePointSetBuilder union = new();
        foreach ((_, CodePointSet set) in categories.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            union.Add(set);
        }

        return union.Build();
    }

    /// <summary>A capital, then small letters.</summary>
    private static string Canonical(string name)
    {
        string bare = string.Concat(name.Where(unit => unit is not ('_' or '-' or ' ')));
        return bare.Length == 0 ? "" : string.Concat(Upper(bare[0]).ToString(), string.Concat(bare.Skip(1).Select(Lower)));
    }

    private static char Upper(char unit) => char.IsAsciiLetterLower(unit) ? (char)(unit - 'a' + 'A') : unit;

    private static char Lower(char unit) => char.IsAsciiLetterUpper(unit) ? (char)(unit - 'A' + 'a') : unit;
}
