using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Verbs;

/// <summary>The names under which an API server keeps built-in resources; a few errors show them.</summary>
/// <remarks>As <c>pkg/registry/*/rest</c> and <c>SpecialDefaultResourcePrefixes</c> have them.</remarks>
internal static class StorageNames
{
    /// <summary>The part of a key before namespace and name.</summary>
    public static string Of(GroupResource resource) => resource switch
    {
        ("", "replicationcontrollers") => "controllers",
        ("", "endpoints") => "services/endpoints",
        ("", "nodes") => "minions",
        ("", "services") => "services/specs",
        ("networking.k8s.io", "ingresses") => "ingress",
        _ => resource.Resource,
    };
}
