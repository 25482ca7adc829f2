using Webhooks.Shared;

namespace Webhooks.Tests.Histories;

/// <summary>One folder below tests/Histories: what happens to a workload, step by step, and what each step leads to.</summary>
/// <param name="Name"><c>group/case</c>.</param>
/// <param name="Folder">Its absolute path.</param>
internal sealed record HistoryCase(string Name, string Folder)
{
    private const string Options = "options";
    private const string TemplatesAtFirst = "templates";

    /// <summary>The folder of all histories.</summary>
    public static string Root { get; } = Repository.PathOf("tests", "Histories");

    /// <summary>All histories by name, found by listing.</summary>
    public static IReadOnlyList<HistoryCase> All { get; } =
    [
        .. Directory.EnumerateDirectories(Root).SelectMany(Directory.EnumerateDirectories)
            .Select(folder => new HistoryCase(Path.GetRelativePath(Root, folder).Replace('\\', '/'), folder))
            .OrderBy(one => one.Name, StringComparer.Ordinal),
    ];

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<HistoryStep> Steps { get; } =
        [.. Directory.EnumerateFileSystemEntries(Folder).Select(HistoryStep.Of).OfType<HistoryStep>().OrderBy(step => step.Number)];

    /// <summary>The templates in force at first.</summary>
    public string Templates => Path.Combine(Folder, TemplatesAtFirst);

    /// <summary>The history of that name.</summary>
    public static HistoryCase Named(string name) => new(name, Path.Combine(Root, name));

    /// <summary>What is wrong with the folder itself, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Directory.Exists(Templates))
        {
            yield return $"{Name} has no folder {TemplatesAtFirst}: make one, of bare <template>.yaml.";
        }

        if (!Steps.Select(step => step.Number).SequenceEqual(Enumerable.Range(1, Steps.Count)))
        {
            yield return $"{Name} has steps {string.Join(", ", Steps.Select(step => step.Number))}: number them from 1 on, each once.";
        }

        HashSet<string> expected = [.. Steps.Where(step => step.IsRequest).Select(step => step.Expected)];
        foreach (string path in Directory.EnumerateFileSystemEntries(Folder).Order(StringComparer.Ordinal))
        {
            string file = Path.GetFileName(path);
            if (HistoryStep.Of(path) == null && file is not (Options or TemplatesAtFirst) && !expected.Remove(path))
            {
                yield return $"{Name} has a file {file} that no history has: rename or remove it.";
            }
        }

        foreach (string missing in expected.Order(StringComparer.Ordinal))
        {
            yield return $"{Name} has no {Path.GetFileName(missing)}: run `make golden` and read what it writes.";
        }
    }
}
