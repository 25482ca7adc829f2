using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Escalation;

/// <summary>Keeps people from giving what they do not have: by a role that they write, or by a binding to one.</summary>
/// <remarks>
/// Thread safe. It looks at objects after defaults and before validation, where the API server does
/// (<c>pkg/registry/rbac/*/policybased</c>).
/// </remarks>
internal sealed class EscalationGate(Policy policy, Authorizer authorizer)
{
    private static readonly ImmutableArray<PolicyRule> FullAuthority =
    [
        new() { Verbs = [PolicyRule.All], ApiGroups = [PolicyRule.All], Resources = [PolicyRule.All] },
        new() { Verbs = [PolicyRule.All], NonResourceUrls = [PolicyRule.All] },
    ];

    /// <summary>Whether objects of that resource are looked at.</summary>
    public static bool Guards(GroupResource resource) =>
        resource.Group == SystemNames.RbacGroup
        && resource.Resource is "roles" or "clusterroles" or "rolebindings" or "clusterrolebindings";

    /// <summary>Checks an object about to be created or updated.</summary>
    /// <param name="attributes">The request; its namespace is where the object is written, its resource one that <see cref="Guards"/>.</param>
    /// <param name="changed">The object as it would be stored.</param>
    /// <param name="old">The object as it was; missing for a create.</param>
    /// <exception cref="StatusException">It gives more than the caller has, or binds a role that is not there.</exception>
    public void Check(AccessAttributes attributes, JsonValue changed, JsonValue old)
    {
        if (attributes.Caller.IsMaster || (!old.IsMissing && CollectorFields.AreAllThatChanges(changed, old)))
        {
            return;
        }

        if (attributes.Resource is "roles" or "clusterroles")
        {
            CheckRole(attributes, changed, old);
        }
        else
        {
            CheckBinding(attributes, changed);
        }
    }

    private void CheckRole(AccessAttributes attributes, JsonValue role, JsonValue old)
    {
        if (authorizer.Authorize(attributes with { Verb = "escalate", Subresource = "" }).IsAllowed)
        {
            return;
        }

        ConfirmHeld(attributes, role, PolicyRule.ReadAll(role["rules"u8]));

        // An aggregation rule gathers whatever comes later.
        if ((Aggregates(role) || Aggregates(old)) && MissingRights(attributes, FullAuthority) != null)
        {
            throw Forbidden(attributes, role, "must have cluster-admin privileges to use an aggregationRule");
        }
    }

    private void CheckBinding(AccessAttributes attributes, JsonValue binding)
    {
        RoleReference role = RoleReference.Read(binding["roleRef"u8]);
        if (role.Resource is { } resource && authorizer.Authorize(BindOf(attributes, role, resource)).IsAllowed)
        {
            return;
        }

        ImmutableArray<PolicyRule> rules = policy.RulesOf(role, attributes.Namespace)
            ?? throw new StatusException(role.Resource == null
                ? new Status { Outcome = StatusOutcome.Failure, Code = 500, Message = HeldRules.Unsupported(role) }
                : Status.NotFound(Asked(attributes), role.Name));
        ConfirmHeld(attributes, binding, rules);
    }

    private void ConfirmHeld(AccessAttributes attributes, JsonValue written, ImmutableArray<PolicyRule> given)
    {
        if (MissingRights(attributes, given) is { } missing)
        {
            throw Forbidden(attributes, written, missing);
        }
    }

    private string? MissingRights(AccessAttributes attributes, ImmutableArray<PolicyRule> given)
    {
        Caller caller = attributes.Caller;

        // Storage is asked here, and names what it misses by the resource of the request.
        HeldRules held = HeldRules.Of(policy, caller, attributes.Namespace, role => role.Resource == null
            ? HeldRules.Unsupported(role)
            : Status.NotFound(Asked(attributes), role.Name).Message);
        ImmutableArray<PolicyRule> missing = RuleCover.Missing(held.Rules, given);
        return missing.IsEmpty
            ? null
            : $"user {GoString.Quote(caller.Name)} (groups={RuleText.Quote(caller.Groups)}) is attempting to grant RBAC permissions not currently held:\n"
                + RuleText.Lines(missing)
                + (held.Error.Length == 0 ? "" : $"; resolution errors: [{held.Error}]");
    }

    private static bool Aggregates(JsonValue role) => role["aggregationRule"u8]["clusterRoleSelectors"u8].Count > 0;

    private static AccessAttributes BindOf(AccessAttributes attributes, RoleReference role, string resource) => new()
    {
        Caller = attributes.Caller,
        Verb = "bind",
        Group = role.Group,
        Resource = resource,
        Name = role.Name,
        Namespace = attributes.Namespace,
    };

    private static GroupResource Asked(AccessAttributes attributes) => new(attributes.Group, attributes.Resource);

    private static StatusException Forbidden(AccessAttributes attributes, JsonValue written, string why) =>
        new(Status.Forbidden(Asked(attributes), written["metadata"u8]["name"u8].AsString() ?? "", why));
}
