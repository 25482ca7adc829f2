using Webhooks.Resources.Api;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers;

/// <summary>The built-in resources that controllers work on.</summary>
internal static class BuiltIn
{
    /// <summary>Namespaces.</summary>
    public static readonly GroupResource Namespaces = new("", "namespaces");

    /// <summary>Pods.</summary>
    public static readonly GroupResource Pods = new("", "pods");

    /// <summary>Nodes.</summary>
    public static readonly GroupResource Nodes = new("", "nodes");

    /// <summary>Events.</summary>
    public static readonly GroupResource Events = new("", "events");

    /// <summary>ConfigMaps.</summary>
    public static readonly GroupResource ConfigMaps = new("", "configmaps");

    /// <summary>ResourceQuotas.</summary>
    public static readonly GroupResource ResourceQuotas = new("", "resourcequotas");

    /// <summary>ServiceAccounts.</summary>
    public static readonly GroupResource ServiceAccounts = new("", "serviceaccounts");

    /// <summary>Deployments.</summary>
    public static readonly GroupResource Deployments = new("apps", "deployments");

    /// <summary>ReplicaSets.</summary>
    public static readonly GroupResource ReplicaSets = new("apps", "replicasets");

    /// <summary>ClusterRoles.</summary>
    public static readonly GroupResource ClusterRoles = new("rbac.authorization.k8s.io", "clusterroles");

    /// <summary>A resource that every cluster has.</summary>
    public static ApiResource Get(this Cluster cluster, GroupResource resource) =>
        cluster.Kinds.FindAny(resource) ?? throw new InvalidOperationException($"{resource} is not built in");
}
