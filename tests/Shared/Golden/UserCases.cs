namespace Webhooks.Shared.Golden;

/// <summary>All cases, found by listing tests/Users: <c>group/case</c> folders.</summary>
internal static class UserCases
{
    public static string Root { get; } = Repository.PathOf("tests", "Users");

    /// <summary>The cases in the order of their names.</summary>
    public static IReadOnlyList<UserCase> All { get; } = CaseFolder.Below(Root, (name, folder) => new UserCase(name, folder));

    /// <summary>The case of that name.</summary>
    public static UserCase Named(string name) => new(name, Path.Combine(Root, name));
}
