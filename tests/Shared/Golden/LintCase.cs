namespace Webhooks.Shared.Golden;

/// <summary>One folder below tests/Lint: the files that <c>webhooks lint</c> looks at there, and what it should print.</summary>
/// <param name="Name"><c>group/case</c>.</param>
/// <param name="Folder">Its absolute path.</param>
internal sealed record LintCase(string Name, string Folder) : CaseFolder(Name, Folder)
{
    /// <summary>Standard output, then standard error.</summary>
    public const string Expected = "expected";

    /// <summary>Why a broken case has not just one error in the line that is marked.</summary>
    public const string Why = "why";

    private const string Options = "options";
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];
    private static readonly string[] Groups = ["broken", "manifests", "valid"];

    public override IReadOnlyList<string> Expectations { get; } = [Expected];

    /// <summary>Templates that are refused.</summary>
    public bool IsBroken => Name.StartsWith("broken/", StringComparison.Ordinal);

    /// <summary>Templates that are fine, whatever a level of Pod Security says about them.</summary>
    public bool IsValid => Name.StartsWith("valid/", StringComparison.Ordinal);

    /// <summary>The files that are looked at, relative to the folder.</summary>
    public IEnumerable<string> Inputs => Files().Where(file => Extensions.Contains(Path.GetExtension(file)));

    /// <summary>The command line, as a user would type it; the lines of the file <c>options</c> are arguments.</summary>
    public string[] Arguments(string format) =>
        ["lint", Folder, "-o", format, .. Has(Options) ? File.ReadAllLines(PathOf(Options)) : []];

    /// <summary>What is wrong with the folder itself, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        string group = Name.Split('/')[0];
        if (!Groups.Contains(group))
        {
            yield return $"{Name} is of no group: put it under {string.Join(", ", Groups)}.";
        }

        if (!Inputs.Any())
        {
            yield return $"{Name} has nothing to look at: write a template or a manifest.";
        }

        if (!Has(Expected))
        {
            yield return $"{Name} has no expectation: run `make golden` and read what it writes.";
        }

        foreach (string file in Files().Except([.. Inputs, Expected, Options, Why]))
        {
            yield return $"{Name} has a file {file} that no case has: rename or remove it.";
        }
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal);
}
