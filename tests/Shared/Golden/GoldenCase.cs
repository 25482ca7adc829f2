namespace Webhooks.Shared.Golden;

/// <summary>One folder below tests/Golden: what <c>webhooks inject</c> is given there, and what it should print.</summary>
/// <param name="Name"><c>group/case</c>.</param>
/// <param name="Folder">Its absolute path.</param>
internal sealed record GoldenCase(string Name, string Folder) : CaseFolder(Name, Folder)
{
    private static readonly string[] Inputs = ["input.yaml", "input.json", "input"];
    private static readonly string[] Settings = ["templates", "old.yaml", "options"];

    /// <summary>The lines of the file <c>options</c>: one command line argument each.</summary>
    public IReadOnlyList<string> Options { get; } =
        File.Exists(Path.Combine(Folder, "options")) ? File.ReadAllLines(Path.Combine(Folder, "options")) : [];

    /// <summary>The file or folder that is decided about.</summary>
    public string Input => PathOf(Inputs.FirstOrDefault(Has) ?? Inputs[0]);

    /// <summary>The case's own templates, or the samples that the product ships.</summary>
    public string Templates => Has("templates") ? PathOf("templates") : Repository.PathOf("deploy", "samples", "templates");

    /// <summary>The file of the objects as they are; <c>null</c> when all are created.</summary>
    public string? Old => Has("old.yaml") ? PathOf("old.yaml") : null;

    /// <summary>False for a case that ends with 2: what can't be read is not decided about.</summary>
    public bool IsDecided => !Has(GoldenFile.Exit) || File.ReadAllText(PathOf(GoldenFile.Exit)).Trim() != "2";

    public override IReadOnlyList<string> Expectations => GoldenFile.Names;

    /// <summary>The command line, as a user would type it.</summary>
    public string[] Arguments(string format) => Arguments("inject", format);

    /// <summary>The same for a command that takes the options of <c>inject</c>.</summary>
    public string[] Arguments(string command, string format) =>
    [
        command, "-f", Input, "--templates", Templates, .. Old is { } old ? ["--old", old] : Array.Empty<string>(), .. Options, "-o", format,
    ];

    /// <summary>The command line that takes off again what was injected.</summary>
    /// <param name="injected">The file that was printed.</param>
    public string[] Uninject(string injected) =>
        ["uninject", "-f", injected, .. Options.Where(option => option.StartsWith("--annotation-prefix=", StringComparison.Ordinal))];

    /// <summary>What is wrong with the folder itself, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        string[] found = [.. Inputs.Where(Has)];
        if (found.Length != 1)
        {
            yield return found.Length == 0
                ? $"{Name} has no input: write one of {string.Join(", ", Inputs)}."
                : $"{Name} has several inputs: keep one of {string.Join(", ", found)}.";
        }

        foreach (string entry in Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            if (!Inputs.Contains(entry) && !Settings.Contains(entry) && !Expectations.Contains(entry))
            {
                yield return $"{Name} has a file {entry} that no case has: rename or remove it.";
            }
        }

        if (!Expectations.Any(Has))
        {
            yield return $"{Name} has no expectations: run `make golden` and read what it writes.";
        }
    }
}
