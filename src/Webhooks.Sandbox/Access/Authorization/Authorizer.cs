using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>Decides whether a caller may do something: <see cref="SystemNames.Masters"/> anything, others what RBAC allows.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class Authorizer(Policy policy)
{
    /// <summary>Whether that is allowed, and by which binding or what was missing.</summary>
    public AccessDecision Authorize(AccessAttributes attributes)
    {
        if (attributes.Caller.IsMaster)
        {
            return new AccessDecision(true, "");
        }

        List<string> errors = [];
        foreach (Binding binding in policy.BindingsFor(attributes.Namespace))
        {
            if (binding.SubjectFor(attributes.Caller) is not { } subject)
            {
                continue;
            }

            if (policy.RulesOf(binding.Role, binding.Namespace) is not { } rules)
            {
                errors.Add(HeldRules.RoleNotFound(binding.Role));
            }
            else if (rules.Any(rule => rule.Allows(attributes)))
            {
                return new AccessDecision(true, $"RBAC: allowed by {binding.Describe(subject)}");
            }
        }

        return new AccessDecision(false, errors.Count == 0 ? "" : $"RBAC: {HeldRules.Aggregate(errors)}");
    }

    /// <summary>Why that is refused; <c>null</c> when it is allowed.</summary>
    public Status? Refusal(AccessAttributes attributes)
    {
        AccessDecision decision = Authorize(attributes);
        return decision.IsAllowed ? null : Forbidden(attributes, decision.Reason);
    }

    /// <summary>403 in the API server's words: <c>pods "x" is forbidden: User "jane" cannot get resource "pods" in API group "" …</c></summary>
    /// <param name="attributes">What was asked for.</param>
    /// <param name="reason">Stands behind it; empty for nothing to add.</param>
    public static Status Forbidden(AccessAttributes attributes, string reason)
    {
        string message = Sanitize(Describe(attributes)) + (reason.Length == 0 ? "" : ": " + reason);
        return Status.Forbidden(new GroupResource(attributes.Group, attributes.Resource), attributes.Name, message);
    }

    private static string Describe(AccessAttributes attributes)
    {
        string user = $"User {GoString.Quote(attributes.Caller.Name)} cannot {attributes.Verb}";
        if (!attributes.IsResource)
        {
            return $"{user} path {GoString.Quote(attributes.Path)}";
        }

        string scope = attributes.Namespace.Length == 0 ? "at the cluster scope" : $"in the namespace {GoString.Quote(attributes.Namespace)}";
        return $"{user} resource {GoString.Quote(attributes.CombinedResource)} in API group {GoString.Quote(attributes.Group)} {scope}";
    }

    // Names come from strangers, and browsers may show the answer.
    private static string Sanitize(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
