using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access;

/// <summary>The stored objects that access depends on: roles, bindings, ServiceAccounts, and what tokens are bound to.</summary>
/// <remarks>Thread safe. Objects are given as they are stored, in the order of namespaces and names.</remarks>
internal interface IPolicySource
{
    /// <summary>A number that grows with every change of a Role, ClusterRole, RoleBinding or ClusterRoleBinding, once the change can be read.</summary>
    long PolicyRevision { get; }

    /// <summary>All objects of a resource, or those of one namespace.</summary>
    IEnumerable<JsonValue> List(GroupResource resource, string? inNamespace = null);

    /// <summary>An object; missing when there is none. The namespace is empty for what lives in none.</summary>
    JsonValue Find(GroupResource resource, string inNamespace, string name);
}
