namespace Webhooks.Sandbox.Access;

/// <summary>Users, groups and keys that Kubernetes itself gives a meaning.</summary>
internal static class SystemNames
{
    /// <summary>The group that may do anything.</summary>
    public const string Masters = "system:masters";

    /// <summary>The group of everybody with credentials.</summary>
    public const string Authenticated = "system:authenticated";

    /// <summary>The group of everybody without.</summary>
    public const string Unauthenticated = "system:unauthenticated";

    /// <summary>The user without credentials.</summary>
    public const string Anonymous = "system:anonymous";

    /// <summary>The group of nodes.</summary>
    public const string Nodes = "system:nodes";

    /// <summary>The key of <see cref="Caller.Extra"/> that tells one credential from another.</summary>
    public const string CredentialId = "authentication.kubernetes.io/credential-id";

    /// <summary>The API group of roles and their bindings.</summary>
    public const string RbacGroup = "rbac.authorization.k8s.io";
}
