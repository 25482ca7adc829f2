namespace Webhooks.Admission.Users.Rules;

/// <summary>Names that Kubernetes keeps for itself.</summary>
internal static class ReservedNames
{
    private const string System = "system:";

    /// <summary>Whether a name is one of the cluster's own namespaces, or may become one.</summary>
    public static bool IsOfCluster(string name) => name == "default" || name.StartsWith("kube-", StringComparison.Ordinal);

    /// <summary>Whether RBAC takes somebody of that name, a user or a group, for a part of Kubernetes.</summary>
    public static bool IsOfSystem(string name) => name.StartsWith(System, StringComparison.Ordinal);
}
