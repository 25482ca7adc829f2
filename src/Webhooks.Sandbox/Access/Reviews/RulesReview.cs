using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>Answers a SelfSubjectRulesReview: the rules that a caller has in a namespace.</summary>
internal static class RulesReview
{
    /// <summary>The review; what it was asked with is not repeated.</summary>
    /// <exception cref="StatusException">No namespace is asked about: 400.</exception>
    public static JsonValue Answer(Policy policy, Caller caller, string inNamespace)
    {
        if (inNamespace.Length == 0)
        {
            throw new StatusException(Status.BadRequest("no namespace on request"));
        }

        HeldRules held = HeldRules.Of(policy, caller, inNamespace, HeldRules.RoleNotFound);
        return ReviewJson.Document("SelfSubjectRulesReview", "authorization.k8s.io", default, writer =>
        {
            writer.WriteName("spec");
            writer.StartObject();
            writer.EndObject();
            writer.WriteName("status");
            writer.StartObject();
            WriteRules(writer, "resourceRules", held.Rules.Where(rule => !rule.Resources.IsEmpty), rule => rule with { NonResourceUrls = [] });
            WriteRules(writer, "nonResourceRules", held.Rules.Where(rule => !rule.NonResourceUrls.IsEmpty), WithUrlsOnly);
            writer.WriteName("incomplete");
            writer.WriteBool(false);
            writer.WriteTextIfAny("evaluationError", held.Error);
            writer.EndObject();
        });
    }

    private static PolicyRule WithUrlsOnly(PolicyRule rule) => new() { Verbs = rule.Verbs, NonResourceUrls = rule.NonResourceUrls };

    private static void WriteRules(JsonWriter writer, string name, IEnumerable<PolicyRule> rules, Func<PolicyRule, PolicyRule> shorten)
    {
        writer.WriteName(name);
        writer.StartArray();
        foreach (PolicyRule rule in rules)
        {
            shorten(rule).Write(writer);
        }

        writer.EndArray();
    }
}
