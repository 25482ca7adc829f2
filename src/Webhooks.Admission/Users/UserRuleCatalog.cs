using Webhooks.Admission.Users.Rules;

namespace Webhooks.Admission.Users;

/// <summary>All rules, in the order of their causes. To add one: its file in <c>Rules</c>, a line here, a section in docs/users.md, and two folders in tests/Users.</summary>
internal static class UserRuleCatalog
{
    /// <summary>The rules of names, then those of the spec; what looks beyond the object comes last.</summary>
    public static IReadOnlyList<UserRule> All { get; } =
    [
        new NamespaceNameRule(),
        new ReservedNameRule(),
        new ReservedNamespaceRule(),
        new SystemSubjectRule(),
        new SystemGroupRule(),
        new QuotaKeyRule(),
        new QuotaValueRule(),
        new NamespaceTakenRule(),
    ];
}
