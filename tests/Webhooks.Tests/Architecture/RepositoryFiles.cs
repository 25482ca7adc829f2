using System.Text.RegularExpressions;
using Webhooks.Shared;

namespace Webhooks.Tests.Architecture;

/// <summary>The repository's own texts, and what must hold of them. Paths are relative to its root, with forward slashes.</summary>
internal static partial class RepositoryFiles
{
    // Made by builds and editors.
    private static readonly HashSet<string> NotOurs =
        [".git", ".idea", ".vs", ".vscode", "artifacts", "bin", "BenchmarkDotNet.Artifacts", "obj", "TestResults"];

    private static readonly HashSet<string> Endings =
        [".cs", ".csproj", ".json", ".md", ".props", ".sh", ".sln", ".targets", ".yaml", ".yml"];

    private static readonly HashSet<string> Names =
        [".dockerignore", ".editorconfig", ".gitignore", "Dockerfile", "Makefile", "run"];

    /// <summary>The C# files of all projects.</summary>
    public static IEnumerable<string> Source() => Texts().Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Source, documentation and build files; no test data.</summary>
    public static IEnumerable<string> Texts() =>
        Below(new DirectoryInfo(Repository.Root))
            .Where(file => Endings.Contains(file.Extension) || Names.Contains(file.Name))
            .Select(file => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The lines of a text that name a place on somebody's machine.</summary>
    public static IEnumerable<string> CheckPaths(string path, string text) =>
        text.Split('\n').Index()
            .Where(line => line.Item.Contains(Repository.Root, StringComparison.Ordinal) || MachinePath().IsMatch(line.Item))
            .Select(line => $"{path}:{line.Index + 1} names a path that exists on one machine only.");

    /// <summary>The links of a Markdown text whose file is not there.</summary>
    /// <param name="path">The text's own path, from which its links lead.</param>
    /// <param name="text">The Markdown.</param>
    /// <param name="exists">Whether there is a file or folder at a path.</param>
    public static IEnumerable<string> CheckLinks(string path, string text, Predicate<string> exists) =>
        Links(text)
            .Where(link => !link.Contains(':', StringComparison.Ordinal) && !exists(Path.Combine(Path.GetDirectoryName(path)!, link)))
            .Select(link => $"{path} links to {link}, which is not there.");

    /// <summary>The decision records that the index does not link to.</summary>
    public static IEnumerable<string> CheckIndex(string index, IEnumerable<string> records)
    {
        HashSet<string> linked = [.. Links(index)];
        return records.Where(record => !linked.Contains(record)).Select(record => $"docs/adr/README.md does not list {record}.");
    }

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        [.. folder.EnumerateFiles(), .. folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name) && !IsTestData(child) && child.LinkTarget is null)
            .SelectMany(Below)];

    // Kept to the byte: what others wrote there is not ours to judge.
    private static bool IsTestData(DirectoryInfo folder) => folder is { Name: "Data" } or { Name: "Golden", Parent.Name: "tests" };

    private static IEnumerable<string> Links(string markdown) =>
        Link().Matches(markdown).Select(match => match.Groups["target"].Value);

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.~-])/(home|Users)/\w|(?<![\w.~-])/(root|work|workspace|builds)/|[A-Za-z]:\\{1,2}Users\\")]
    private static partial Regex MachinePath();
}
