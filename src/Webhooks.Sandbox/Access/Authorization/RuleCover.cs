using System.Collections.Immutable;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>Whether what somebody has comprises what he gives, as <c>component-helpers/auth/rbac/validation</c> decides it.</summary>
internal static class RuleCover
{
    /// <summary>What of <paramref name="given"/> no single rule of <paramref name="held"/> comprises, in its smallest parts; empty when all is held.</summary>
    public static ImmutableArray<PolicyRule> Missing(IReadOnlyCollection<PolicyRule> held, IEnumerable<PolicyRule> given) =>
        [.. given.SelectMany(Parts).Where(part => !held.Any(rule => Covers(rule, part)))];

    /// <summary>The rule taken apart: one verb, one group, one resource, at most one name each, or one verb and one URL.</summary>
    private static IEnumerable<PolicyRule> Parts(PolicyRule rule)
    {
        foreach (string group in rule.ApiGroups)
        {
            foreach (string resource in rule.Resources)
            {
                foreach (string verb in rule.Verbs)
                {
                    PolicyRule part = new() { ApiGroups = [group], Resources = [resource], Verbs = [verb] };
                    foreach (PolicyRule named in rule.ResourceNames.IsEmpty ? [part] : rule.ResourceNames.Select(name => part with { ResourceNames = [name] }))
                    {
                        yield return named;
                    }
                }
            }
        }

        foreach (string url in rule.NonResourceUrls)
        {
            foreach (string verb in rule.Verbs)
            {
                yield return new PolicyRule { NonResourceUrls = [url], Verbs = [verb] };
            }
        }
    }

    private static bool Covers(PolicyRule held, PolicyRule part) =>
        HasAllOf(held.Verbs, part.Verbs)
        && HasAllOf(held.ApiGroups, part.ApiGroups)
        && (held.Resources.Contains(PolicyRule.All) || part.Resources.All(resource => HasResource(held.Resources, resource)))
        && part.NonResourceUrls.All(path => held.NonResourceUrls.Any(url => RuleMatching.CoversUrl(url, path)))
        && (held.ResourceNames.IsEmpty || (!part.ResourceNames.IsEmpty && part.ResourceNames.All(name => held.ResourceNames.Contains(name))));

    private static bool HasAllOf(ImmutableArray<string> held, ImmutableArray<string> given) =>
        held.Contains(PolicyRule.All) || given.All(value => held.Contains(value));

    // pods/log is comprised by itself and by */log.
    private static bool HasResource(ImmutableArray<string> held, string resource)
    {
        int slash = resource.IndexOf('/', StringComparison.Ordinal);
        return held.Contains(resource) || (slash >= 0 && held.Contains("*" + resource[slash..]));
    }
}
