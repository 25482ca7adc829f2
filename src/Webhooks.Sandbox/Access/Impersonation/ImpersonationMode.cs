using System.Collections.Immutable;

namespace Webhooks.Sandbox.Access.Impersonation;

/// <summary>A way to act as somebody else, each with verbs of its own (KEP 5284); the last is the original one.</summary>
/// <param name="Name">What the verbs are made of: <c>user-info</c> gives <c>impersonate:user-info</c> and <c>impersonate-on:user-info:list</c>.</param>
/// <param name="AppliesTo">Whether this caller may try to be that one in this way at all.</param>
internal sealed record ImpersonationMode(string Name, Func<Caller, Caller, bool> AppliesTo)
{
    private const string NodeNameKey = "authentication.kubernetes.io/node-name";

    /// <summary>A ServiceAccount acts as the node that it runs on.</summary>
    public static ImpersonationMode AssociatedNode { get; } = new("associated-node", (wanted, caller) =>
        HasNameOnly(wanted)
        && NodeName.TryParse(wanted.Name, out string node)
        && ServiceAccountName.TryParse(caller.Name, out _)
        && caller.Extra.GetValueOrDefault(NodeNameKey, []) is [var own]
        && own == node);

    /// <summary>Somebody acts as any node.</summary>
    public static ImpersonationMode ArbitraryNode { get; } = new("arbitrary-node", (wanted, _) => HasNameOnly(wanted) && NodeName.TryParse(wanted.Name, out string _));

    /// <summary>Somebody acts as a ServiceAccount.</summary>
    public static ImpersonationMode ServiceAccount { get; } = new("serviceaccount", (wanted, _) => HasNameOnly(wanted) && ServiceAccountName.TryParse(wanted.Name, out ServiceAccountName _));

    /// <summary>Somebody acts as a user who is neither, with any groups and extras.</summary>
    public static ImpersonationMode UserInfo { get; } = new("user-info", (wanted, _) => !NodeName.TryParse(wanted.Name, out string _) && !ServiceAccountName.TryParse(wanted.Name, out ServiceAccountName _));

    /// <summary>Somebody who has the verb <c>impersonate</c> acts as anybody, whatever the request.</summary>
    public static ImpersonationMode Legacy { get; } = new("", (_, _) => true);

    /// <summary>All of them, in the order in which they are tried.</summary>
    public static ImmutableArray<ImpersonationMode> All { get; } = [AssociatedNode, ArbitraryNode, ServiceAccount, UserInfo, Legacy];

    /// <summary>Whether it is checked against the request too, and narrower in what it takes.</summary>
    public bool IsConstrained => Name.Length > 0;

    /// <summary>The verb on the users, groups, extras and uids.</summary>
    public string Verb => IsConstrained ? $"impersonate:{Name}" : "impersonate";

    /// <summary>The API group of users, groups and ServiceAccounts in these checks.</summary>
    public string UserGroup => IsConstrained ? "authentication.k8s.io" : "";

    /// <summary>The verb on what the request itself is about.</summary>
    public string VerbOn(string verb) => $"impersonate-on:{Name}:{verb}";

    private static bool HasNameOnly(Caller wanted) => wanted.Uid.Length == 0 && wanted.Groups.IsEmpty && wanted.Extra.IsEmpty;
}
