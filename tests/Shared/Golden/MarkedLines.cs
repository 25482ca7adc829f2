namespace Webhooks.Shared.Golden;

/// <summary>The lines of a case's files that something should be found in. Expectations can be rewritten; a mark cannot drift.</summary>
internal static class MarkedLines
{
    /// <summary>What such a line ends with.</summary>
    public const string Mark = "# <- here";

    /// <summary>The lines, <c>file:line</c>.</summary>
    public static IEnumerable<string> Of(CaseFolder one, IEnumerable<string> files) =>
        from file in files
        from line in File.ReadAllLines(one.PathOf(file)).Index()
        where line.Item.EndsWith(Mark, StringComparison.Ordinal)
        select $"{file}:{line.Index + 1}";

    /// <summary>Places, for a message.</summary>
    public static string Say(string[] places) => places.Length == 0 ? "nothing" : string.Join(", ", places);
}
