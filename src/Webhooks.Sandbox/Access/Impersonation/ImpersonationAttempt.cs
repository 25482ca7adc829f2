using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Impersonation;

/// <summary>One way to act as somebody else, tried for one request: every part of the other needs a permission.</summary>
internal sealed class ImpersonationAttempt(Authorizer authorizer, ImpersonationMode mode, AccessAttributes request)
{
    private const string AuthenticationGroup = "authentication.k8s.io";

    // From so many on, one permission for all of them is looked for first; only which checks are made depends on it.
    private const int Many = 4;

    /// <summary>Why it is not allowed; <c>null</c> when it is.</summary>
    public Status? Refusal(Caller wanted) =>
        OnRequest()
        ?? authorizer.Refusal(UserOf(wanted))
        ?? (wanted.Uid.Length == 0 ? null : authorizer.Refusal(Part(AuthenticationGroup, "uids", wanted.Uid)))
        ?? (wanted.Groups.IsEmpty ? null : OnGroups(wanted.Groups))
        ?? (wanted.Extra.IsEmpty ? null : OnExtra(wanted.Extra));

    /// <summary>Who the caller is from then on: the other, with the groups that go without saying.</summary>
    public Caller Become(Caller wanted)
    {
        Caller caller = wanted;
        if (mode.IsConstrained && NodeName.TryParse(wanted.Name, out _))
        {
            caller = caller with { Groups = [SystemNames.Nodes] };
        }
        else if (wanted.Groups.IsEmpty && ServiceAccountName.TryParse(wanted.Name, out ServiceAccountName account))
        {
            caller = caller with { Groups = account.Groups };
        }

        return wanted.Name == SystemNames.Anonymous
            ? caller.InGroup(SystemNames.Unauthenticated)
            : caller.Groups.Contains(SystemNames.Unauthenticated) ? caller : caller.InGroup(SystemNames.Authenticated);
    }

    private Status? OnRequest() =>
        mode.IsConstrained ? authorizer.Refusal(AsRequestor(request) with { Verb = mode.VerbOn(request.Verb) }) : null;

    private AccessAttributes UserOf(Caller wanted)
    {
        if (mode.IsConstrained && NodeName.TryParse(wanted.Name, out string node))
        {
            // Who may act as his own node may so on every node.
            return Part(mode.UserGroup, "nodes", mode == ImpersonationMode.AssociatedNode ? PolicyRule.All : node);
        }

        return ServiceAccountName.TryParse(wanted.Name, out ServiceAccountName account)
            ? Part(mode.UserGroup, "serviceaccounts", account.Name) with { Namespace = account.Namespace }
            : Part(mode.UserGroup, "users", wanted.Name);
    }

    private Status? OnGroups(ImmutableArray<string> groups)
    {
        AccessAttributes part = Part(mode.UserGroup, "groups", "");
        if (mode.IsConstrained && groups.Contains(""))
        {
            return Authorizer.Forbidden(part, "impersonating the empty string group is not allowed");
        }

        if (mode.IsConstrained && groups.Contains(SystemNames.Masters))
        {
            return Authorizer.Forbidden(part with { Name = SystemNames.Masters }, "impersonating the system:masters group is not allowed");
        }

        return mode.IsConstrained && groups.Length >= Many && authorizer.Refusal(part with { Name = PolicyRule.All }) == null
            ? null
            : groups.Select(group => authorizer.Refusal(part with { Name = group })).FirstOrDefault(refusal => refusal != null);
    }

    private Status? OnExtra(ImmutableSortedDictionary<string, ImmutableArray<string>> extra)
    {
        AccessAttributes part = Part(AuthenticationGroup, "userextras", "");
        if (mode.IsConstrained && ExtraRules.Problem(extra) is { } problem)
        {
            return Authorizer.Forbidden(part, problem);
        }

        bool isLarge = extra.Count >= Many || extra.Values.Sum(values => values.Length) >= Many;
        if (mode.IsConstrained && isLarge && authorizer.Refusal(part with { Subresource = PolicyRule.All, Name = PolicyRule.All }) == null)
        {
            return null;
        }

        return extra
            .SelectMany(pair => pair.Value.Select(value => authorizer.Refusal(part with { Subresource = pair.Key, Name = value })))
            .FirstOrDefault(refusal => refusal != null);
    }

    private AccessAttributes Part(string group, string resource, string name) => AsRequestor(new()
    {
        Caller = request.Caller,
        Verb = mode.Verb,
        Group = group,
        Resource = resource,
        Name = name,
    });

    // A ServiceAccount's extras tell its pod and node, which must not matter where every node is allowed.
    private AccessAttributes AsRequestor(AccessAttributes attributes) =>
        mode == ImpersonationMode.AssociatedNode
            ? attributes with { Caller = new Caller(request.Caller.Name) { Uid = request.Caller.Uid, Groups = request.Caller.Groups } }
            : attributes;
}
