using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>The role that a binding gives.</summary>
/// <param name="Group">The API group, that of RBAC where nothing else is said.</param>
/// <param name="Kind"><c>Role</c> or <c>ClusterRole</c>.</param>
/// <param name="Name">The role's name.</param>
internal sealed record RoleReference(string Group, string Kind, string Name)
{
    /// <summary>Reads <c>roleRef</c>.</summary>
    public static RoleReference Read(JsonValue reference) => new(
        reference["apiGroup"u8].AsString() is { Length: > 0 } group ? group : SystemNames.RbacGroup,
        reference["kind"u8].AsString() ?? "",
        reference["name"u8].AsString() ?? "");

    /// <summary>The plural name of the role's resource; <c>null</c> for a kind that no role has.</summary>
    public string? Resource => Kind switch
    {
        "Role" => "roles",
        "ClusterRole" => "clusterroles",
        _ => null,
    };
}
