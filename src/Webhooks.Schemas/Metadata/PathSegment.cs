namespace Webhooks.Schemas.Metadata;

/// <summary>Names that can stand in a path: what the names of embedded resources are held to. Source: <c>content.IsPathSegmentName</c>.</summary>
internal static class PathSegment
{
    /// <summary>What is wrong with a name.</summary>
    public static IEnumerable<string> Problems(string name) =>
        name is "." or ".." ? [$"may not be '{name}'"] : PrefixProblems(name);

    /// <summary>What is wrong with the beginning of a name.</summary>
    public static IEnumerable<string> PrefixProblems(string prefix) =>
        from unit in "/%" where prefix.Contains(unit, StringComparison.Ordinal) select $"may not contain '{unit}'";
}
