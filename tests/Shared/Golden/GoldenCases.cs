namespace Webhooks.Shared.Golden;

/// <summary>All cases, found by listing tests/Golden: <c>group/case</c> folders.</summary>
internal static class GoldenCases
{
    public static string Root { get; } = Repository.PathOf("tests", "Golden");

    /// <summary>The cases in the order of their names.</summary>
    public static IReadOnlyList<GoldenCase> All { get; } = Below(Root);

    /// <summary>The case of that name.</summary>
    public static GoldenCase Named(string name) => new(name, Path.Combine(Root, name));

    /// <summary>The cases below a folder.</summary>
    public static IReadOnlyList<GoldenCase> Below(string root) => CaseFolder.Below(root, (name, folder) => new GoldenCase(name, folder));

    /// <summary>Files that stand beside cases instead of inside one.</summary>
    public static IEnumerable<string> Strays(string root) =>
        Directory.EnumerateFiles(root).Concat(Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateFiles))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => file != "README.md")
            .Select(file => $"{file} stands in no case: move it into a folder of its own.");
}
