namespace Webhooks.Shared.Golden;

/// <summary>All cases, found by listing tests/Lint: <c>group/case</c> folders.</summary>
internal static class LintCases
{
    public static string Root { get; } = Repository.PathOf("tests", "Lint");

    /// <summary>The cases in the order of their names.</summary>
    public static IReadOnlyList<LintCase> All { get; } = CaseFolder.Below(Root, (name, folder) => new LintCase(name, folder));

    /// <summary>The case of that name.</summary>
    public static LintCase Named(string name) => new(name, Path.Combine(Root, name));
}
