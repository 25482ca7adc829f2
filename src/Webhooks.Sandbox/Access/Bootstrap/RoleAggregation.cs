using System.Collections.Immutable;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>The rules of a ClusterRole that gathers those of others by their labels (<c>pkg/controller/clusterroleaggregation</c>).</summary>
internal static class RoleAggregation
{
    /// <summary>The rules that the ClusterRole should have; <c>null</c> when it aggregates nothing, or by a selector that is none.</summary>
    /// <param name="role">The ClusterRole.</param>
    /// <param name="all">All ClusterRoles; it may be among them.</param>
    public static ImmutableArray<PolicyRule>? RulesFor(JsonValue role, IEnumerable<JsonValue> all)
    {
        JsonValue aggregation = role["aggregationRule"u8];
        if (aggregation.Kind != JsonKind.Object)
        {
            return null;
        }

        JsonValue[] others = [.. all.Where(other => NameOf(other) != NameOf(role)).OrderBy(NameOf, StringComparer.Ordinal)];
        List<PolicyRule> rules = [];
        HashSet<PolicyRule> known = [];
        foreach (JsonValue text in aggregation["clusterRoleSelectors"u8].Items())
        {
            if (LabelSelector.Read(text, "", out ImmutableArray<Resources.Api.StatusCause> problems) is not { } selector || !problems.IsEmpty)
            {
                return null;
            }

            rules.AddRange(others
                .Where(other => selector.Matches(other["metadata"u8]["labels"u8]))
                .SelectMany(other => PolicyRule.ReadAll(other["rules"u8]))
                .Where(known.Add));
        }

        return [.. rules];
    }

    /// <summary>The ClusterRole with the rules that it should have; missing when it has them, or aggregates nothing.</summary>
    /// <param name="role">The ClusterRole.</param>
    /// <param name="all">All ClusterRoles; it may be among them.</param>
    public static JsonValue Aggregated(JsonValue role, IEnumerable<JsonValue> all)
    {
        if (RulesFor(role, all) is not { } rules || rules.SequenceEqual(PolicyRule.ReadAll(role["rules"u8])))
        {
            return default;
        }

        JsonDraft draft = new(role);
        draft.Set("rules", new JsonDraft(JsonLists.Document(writer => WriteRules(writer, rules))));
        return draft.Freeze(JsonPolicy.Server);
    }

    /// <summary>Writes a list of rules.</summary>
    public static void WriteRules(JsonWriter writer, IEnumerable<PolicyRule> rules)
    {
        writer.StartArray();
        foreach (PolicyRule rule in rules)
        {
            rule.Write(writer);
        }

        writer.EndArray();
    }

    private static string NameOf(JsonValue role) => role["metadata"u8]["name"u8].AsString() ?? "";
}
