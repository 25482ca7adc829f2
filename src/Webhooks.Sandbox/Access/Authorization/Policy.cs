using System.Collections.Concurrent;
using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>The roles and bindings in force, read when they are needed and kept until one of them changes.</summary>
/// <remarks>Thread safe. Only what was found is kept: names that strangers make up cost no memory.</remarks>
internal sealed class Policy(IPolicySource source)
{
    private static readonly GroupResource RoleBindings = new(SystemNames.RbacGroup, "rolebindings");
    private static readonly GroupResource ClusterRoleBindings = new(SystemNames.RbacGroup, "clusterrolebindings");
    private Reading _reading = new(long.MinValue);

    /// <summary>What is bound to somebody who acts in that namespace: all ClusterRoleBindings, then its RoleBindings.</summary>
    /// <param name="inNamespace">The namespace; empty for the cluster scope, where ClusterRoleBindings alone count.</param>
    public IEnumerable<Binding> BindingsFor(string inNamespace)
    {
        Reading reading = Current();
        ImmutableArray<Binding> everywhere = BindingsIn(reading, ClusterRoleBindings, "");
        return inNamespace.Length == 0 ? everywhere : everywhere.Concat(BindingsIn(reading, RoleBindings, inNamespace));
    }

    /// <summary>The rules of a role; <c>null</c> when there is no such role.</summary>
    /// <param name="role">The reference; a Role is looked for in <paramref name="bindingNamespace"/>.</param>
    /// <param name="bindingNamespace">The namespace of the binding; empty for a ClusterRoleBinding.</param>
    public ImmutableArray<PolicyRule>? RulesOf(RoleReference role, string bindingNamespace)
    {
        string space = role.Kind == "Role" ? bindingNamespace : "";
        Reading reading = Current();
        if (reading.Roles.TryGetValue((space, role.Kind, role.Name), out ImmutableArray<PolicyRule> known))
        {
            return known;
        }

        JsonValue stored = role.Resource is { } resource ? source.Find(new GroupResource(SystemNames.RbacGroup, resource), space, role.Name) : default;
        return stored.IsMissing ? null : reading.Roles.GetOrAdd((space, role.Kind, role.Name), PolicyRule.ReadAll(stored["rules"u8]));
    }

    private Reading Current()
    {
        long revision = source.PolicyRevision;
        Reading reading = Volatile.Read(ref _reading);
        if (reading.Revision != revision)
        {
            reading = new Reading(revision);
            Volatile.Write(ref _reading, reading);
        }

        return reading;
    }

    private ImmutableArray<Binding> BindingsIn(Reading reading, GroupResource resource, string inNamespace)
    {
        if (reading.Bindings.TryGetValue(inNamespace, out ImmutableArray<Binding> known))
        {
            return known;
        }

        ImmutableArray<Binding> found = [.. source.List(resource, inNamespace.Length == 0 ? null : inNamespace).Select(Binding.Read)];
        return found.IsEmpty ? found : reading.Bindings.GetOrAdd(inNamespace, found);
    }

    private sealed class Reading(long revision)
    {
        public long Revision { get; } = revision;

        public ConcurrentDictionary<string, ImmutableArray<Binding>> Bindings { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<(string Namespace, string Kind, string Name), ImmutableArray<PolicyRule>> Roles { get; } = new();
    }
}
