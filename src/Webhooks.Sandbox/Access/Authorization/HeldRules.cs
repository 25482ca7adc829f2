using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>The rules that a caller has in a namespace, with what could not be found out.</summary>
/// <param name="Rules">All rules, those of ClusterRoleBindings first.</param>
/// <param name="Error">Which roles are missing; empty for none. The rules that were found hold nevertheless.</param>
internal sealed record HeldRules(ImmutableArray<PolicyRule> Rules, string Error)
{
    /// <summary>What an authorizer says of a role that is not there.</summary>
    public static string RoleNotFound(RoleReference role) =>
        role.Resource == null ? Unsupported(role) : Status.NotFound(new GroupResource(SystemNames.RbacGroup, role.Kind.ToLowerInvariant()), role.Name).Message;

    /// <summary>What is said of a kind that no role has.</summary>
    public static string Unsupported(RoleReference role) => $"unsupported role reference kind: {GoString.Quote(role.Kind)}";

    /// <summary>Collects the rules.</summary>
    /// <param name="policy">The roles and bindings.</param>
    /// <param name="caller">Who has them.</param>
    /// <param name="inNamespace">Where; empty for the cluster scope.</param>
    /// <param name="describeMissing">What to say of a role that is not there.</param>
    public static HeldRules Of(Policy policy, Caller caller, string inNamespace, Func<RoleReference, string> describeMissing)
    {
        ImmutableArray<PolicyRule>.Builder rules = ImmutableArray.CreateBuilder<PolicyRule>();
        List<string> errors = [];
        foreach (Binding binding in policy.BindingsFor(inNamespace).Where(binding => binding.SubjectFor(caller) != null))
        {
            if (policy.RulesOf(binding.Role, binding.Namespace) is { } found)
            {
                rules.AddRange(found);
            }
            else
            {
                errors.Add(describeMissing(binding.Role));
            }
        }

        return new HeldRules(rules.ToImmutable(), Aggregate(errors));
    }

    /// <summary>Errors in one line, each once, as Go's <c>utilerrors.Aggregate</c>: the only one as it is, several in brackets.</summary>
    public static string Aggregate(IReadOnlyCollection<string> errors)
    {
        string[] texts = [.. errors.Distinct(StringComparer.Ordinal)];
        return texts is [] ? "" : texts is [var only] ? only : $"[{string.Join(", ", texts)}]";
    }
}
