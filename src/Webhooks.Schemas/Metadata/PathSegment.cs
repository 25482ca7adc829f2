namespace Webhooks.Schemas.Metadata;

/// <summary>Names that can stand in a path: what the names of all kinds and of embedded resources are held to. Source: <c>content.IsPathSegmentName</c>.</summary>
public static class PathSegment
{
    private static readonly string[] Unwanted = ["/", "%"];

    /// <summary>What is wrong with a name.</summary>
    public static IReadOnlyList<string> Problems(string name) =>
        name is "." or ".." ? [$"may not be '{name}'"] : PrefixProblems(name);

    /// <summary>What is wrong with the beginning of a name.</summary>
    public static IReadOnlyList<string> PrefixProblems(string prefix) =>
        [.. Unwanted.Where(sign => prefix.Contains(sign, StringComparison.Ordinal)).Select(sign => $"may not contain '{sign}'")];
}
