using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>The ClusterRoles and ClusterRoleBindings that every cluster starts with, to be stored as they are.</summary>
/// <remarks>Thread safe. Made once in a process, when it is first asked for.</remarks>
internal static class BootstrapPolicy
{
    private static readonly GroupResource ClusterRoles = new(SystemNames.RbacGroup, "clusterroles");
    private static readonly GroupResource ClusterRoleBindings = new(SystemNames.RbacGroup, "clusterrolebindings");
    private static readonly Lazy<ImmutableArray<(GroupResource Resource, JsonValue Value)>> Objects = new(Make);

    /// <summary>All of them by name, roles first, without uid, resourceVersion and creationTimestamp; aggregating roles have their rules.</summary>
    public static ImmutableArray<(GroupResource Resource, JsonValue Value)> All => Objects.Value;

    private static IEnumerable<BootstrapBinding> Bindings =>
    [
        new("cluster-admin", "cluster-admin", Group(SystemNames.Masters)),
        new("system:basic-user", "system:basic-user", Group(SystemNames.Authenticated)),
        new("system:discovery", "system:discovery", Group(SystemNames.Authenticated)),
        new("system:kube-controller-manager", "system:kube-controller-manager", User("system:kube-controller-manager")),
        new("system:kube-dns", "system:kube-dns", new Subject("ServiceAccount", "kube-system", "kube-dns")),
        new("system:kube-scheduler", "system:kube-scheduler", User("system:kube-scheduler")),
        new("system:monitoring", "system:monitoring", Group("system:monitoring")),
        new("system:node", "system:node"),
        new("system:node-proxier", "system:node-proxier", User("system:kube-proxy")),
        new("system:public-info-viewer", "system:public-info-viewer", Group(SystemNames.Authenticated), Group(SystemNames.Unauthenticated)),
        new("system:service-account-issuer-discovery", "system:service-account-issuer-discovery", Group("system:serviceaccounts")),
        new("system:volume-scheduler", "system:volume-scheduler", User("system:kube-scheduler")),
    ];

    private static ImmutableArray<(GroupResource Resource, JsonValue Value)> Make()
    {
        SortedDictionary<string, JsonValue> roles = new(StringComparer.Ordinal);
        foreach (BootstrapRole role in UserRoles.All.Concat(ComponentRoles.All))
        {
            roles.Add(role.Name, role.ToObject());
        }

        // Each is a part of the next.
        foreach (string name in (ReadOnlySpan<string>)["view", "edit", "admin"])
        {
            roles[name] = RoleAggregation.Aggregated(roles[name], roles.Values);
        }

        return
        [
            .. roles.Values.Select(role => (ClusterRoles, role)),
            .. Bindings.Select(binding => (ClusterRoleBindings, binding.ToObject())),
        ];
    }

    private static Subject Group(string name) => new("Group", "", name);

    private static Subject User(string name) => new("User", "", name);
}
