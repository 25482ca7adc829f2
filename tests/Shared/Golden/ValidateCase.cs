namespace Webhooks.Shared.Golden;

/// <summary>One folder below tests/Validate: what <c>webhooks validate</c> or <c>check-crd</c> looks at there, and what it should print.</summary>
/// <param name="Name"><c>group/case</c>.</param>
/// <param name="Folder">Its absolute path.</param>
internal sealed record ValidateCase(string Name, string Folder) : CaseFolder(Name, Folder)
{
    /// <summary>Standard output, standard error, and the exit code.</summary>
    public const string Expected = "expected";

    /// <summary>What <c>-o json</c> prints.</summary>
    public const string ExpectedJson = "expected.json";

    /// <summary>Why the places that are printed are not the lines that are marked.</summary>
    public const string Why = "why";

    private const string Options = "options";
    private const string Definition = "crd";
    private const string Old = "old";
    private const string StandardInput = "stdin";
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>The groups, each with the exit code of its cases; <c>null</c>: of several.</summary>
    private static readonly Dictionary<string, int?> Groups = new(StringComparer.Ordinal)
    {
        ["valid"] = 0,
        ["refused"] = 1,
        ["places"] = 1,
        ["unknown"] = 3,
        ["unreadable"] = 2,
        ["modes"] = null,
        ["literals"] = null,
        ["updates"] = null,
        ["releases"] = null,
        ["definitions"] = null,
    };

    public override IReadOnlyList<string> Expectations { get; } = [Expected, ExpectedJson];

    /// <summary>The exit code that the group promises; <c>null</c> where it promises none.</summary>
    public int? ExitCode => Groups.GetValueOrDefault(Group);

    /// <summary>What is piped in; empty where nothing is.</summary>
    public string Input => Has(StandardInput) ? File.ReadAllText(PathOf(StandardInput)) : "";

    /// <summary>The files that are read, relative to the folder.</summary>
    public IEnumerable<string> Sources => Files().Where(file => Extensions.Contains(Path.GetExtension(file)) && file != ExpectedJson);

    private string Group => Name.Split('/')[0];

    private bool IsOfDefinitions => Group == "definitions";

    /// <summary>The files that are judged.</summary>
    private IEnumerable<string> Judged => Sources.Where(file => IsOfDefinitions || Path.GetFileNameWithoutExtension(file) is not (Definition or Old));

    /// <summary>The command line, as a user would type it; the lines of the file <c>options</c> are arguments.</summary>
    public string[] Arguments(string format)
    {
        string[] files = [.. Judged.Select(PathOf), .. Has(StandardInput) ? ["-"] : Array.Empty<string>()];
        string[] options = [.. Has(Options) ? File.ReadAllLines(PathOf(Options)) : [], "-o", format];
        return IsOfDefinitions
            ? ["check-crd", .. files, .. options]
            : ["validate", .. files.SelectMany(file => new[] { "-f", file }), .. Beside(Definition, "--crd"), .. Beside(Old, "--old"), .. options];
    }

    /// <summary>What is wrong with the folder itself, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Groups.ContainsKey(Group))
        {
            yield return $"{Name} is of no group: put it under {string.Join(", ", Groups.Keys)}.";
        }

        if (!Judged.Any() && !Has(StandardInput))
        {
            yield return $"{Name} has nothing to look at: write an object, or what is piped in as {StandardInput}.";
        }

        if (!Has(Expected))
        {
            yield return $"{Name} has no expectation: run `make golden` and read what it writes.";
        }

        foreach (string file in Files().Except([.. Sources, .. Expectations, Options, StandardInput, Why]))
        {
            yield return $"{Name} has a file {file} that no case has: rename or remove it.";
        }
    }

    private IEnumerable<string> Beside(string name, string option) =>
        Sources.Where(file => Path.GetFileNameWithoutExtension(file) == name).SelectMany(file => new[] { option, PathOf(file) });

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal);
}
