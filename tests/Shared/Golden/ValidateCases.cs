namespace Webhooks.Shared.Golden;

/// <summary>All cases, found by listing tests/Validate: <c>group/case</c> folders.</summary>
internal static class ValidateCases
{
    public static string Root { get; } = Repository.PathOf("tests", "Validate");

    /// <summary>The cases in the order of their names.</summary>
    public static IReadOnlyList<ValidateCase> All { get; } = CaseFolder.Below(Root, (name, folder) => new ValidateCase(name, folder));

    /// <summary>The case of that name.</summary>
    public static ValidateCase Named(string name) => new(name, Path.Combine(Root, name));
}
