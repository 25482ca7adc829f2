using System.Collections.Immutable;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>Rules as messages show them.</summary>
internal static class RuleText
{
    /// <summary>Each rule on a line, sorted; rules that differ by their verbs alone are put together first.</summary>
    public static string Lines(IEnumerable<PolicyRule> rules) =>
        string.Join('\n', Compact(rules).Select(Describe).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>A list as Go's <c>%q</c> prints it: <c>["get" "list"]</c>.</summary>
    public static string Quote(IEnumerable<string> texts) => $"[{string.Join(' ', texts.Select(GoString.Quote))}]";

    private static string Describe(PolicyRule rule)
    {
        IEnumerable<(string Name, ImmutableArray<string> Texts)> parts =
        [
            ("APIGroups", rule.ApiGroups),
            ("Resources", rule.Resources),
            ("NonResourceURLs", rule.NonResourceUrls),
            ("ResourceNames", rule.ResourceNames),
            ("Verbs", rule.Verbs),
        ];
        return $"{{{string.Join(", ", parts.Where(part => !part.Texts.IsEmpty).Select(part => $"{part.Name}:{Quote(part.Texts)}"))}}}";
    }

    private static IEnumerable<PolicyRule> Compact(IEnumerable<PolicyRule> rules) =>
        rules
            .GroupBy(rule => rule with { Verbs = IsSimple(rule) ? [] : rule.Verbs })
            .Select(alike => alike.First() with { Verbs = IsSimple(alike.First()) ? [.. alike.SelectMany(rule => rule.Verbs)] : alike.First().Verbs });

    private static bool IsSimple(PolicyRule rule) =>
        rule.ResourceNames.IsEmpty && rule.NonResourceUrls.IsEmpty && rule.ApiGroups.Length == 1 && rule.Resources.Length == 1;
}
