using System.Collections.Immutable;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>Whether a rule allows a request, as <c>pkg/apis/rbac/v1/evaluation_helpers.go</c> decides it.</summary>
internal static class RuleMatching
{
    /// <summary>Whether this rule by itself allows that.</summary>
    public static bool Allows(this PolicyRule rule, AccessAttributes attributes) =>
        HasOrAll(rule.Verbs, attributes.Verb)
        && (attributes.IsResource
            ? HasOrAll(rule.ApiGroups, attributes.Group)
                && AllowsResource(rule.Resources, attributes)
                && (rule.ResourceNames.IsEmpty || rule.ResourceNames.Contains(attributes.Name))
            : rule.NonResourceUrls.Any(url => CoversUrl(url, attributes.Path)));

    /// <summary>Whether a rule's URL is that path, or ends in <c>*</c> and begins it.</summary>
    public static bool CoversUrl(string url, string path) =>
        url == path || (url.EndsWith('*') && path.StartsWith(url.TrimEnd('*'), StringComparison.Ordinal));

    private static bool AllowsResource(ImmutableArray<string> resources, AccessAttributes attributes)
    {
        string combined = attributes.CombinedResource;
        return resources.Any(resource =>
            resource == PolicyRule.All
            || resource == combined
            || (attributes.Subresource.Length > 0 && resource == $"*/{attributes.Subresource}"));
    }

    private static bool HasOrAll(ImmutableArray<string> list, string value) => list.Contains(PolicyRule.All) || list.Contains(value);
}
