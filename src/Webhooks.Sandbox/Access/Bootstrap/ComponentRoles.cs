using System.Collections.Immutable;
using static Webhooks.Sandbox.Access.Bootstrap.RuleShorthand;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>The ClusterRoles for Kubernetes' own components (<c>rbac/bootstrappolicy/policy.go</c>).</summary>
internal static class ComponentRoles
{
    private const string Certificates = "certificates.k8s.io";
    private const string Coordination = "coordination.k8s.io";
    private const string Storage = "storage.k8s.io";

    /// <summary>All of them, but for those of single controllers.</summary>
    public static ImmutableArray<BootstrapRole> All { get; } =
    [
        new("system:certificates.k8s.io:certificatesigningrequests:nodeclient", On("create", Certificates, "certificatesigningrequests/nodeclient")),
        new("system:certificates.k8s.io:certificatesigningrequests:selfnodeclient", On("create", Certificates, "certificatesigningrequests/selfnodeclient")),
        Approver("kube-apiserver-client"),
        Approver("kube-apiserver-client-kubelet"),
        Approver("kubelet-serving"),
        Approver("legacy-unknown"),
        new("system:kube-aggregator", On(Read, "", "endpoints services")),
        new(
            "system:kube-controller-manager",
            Events(),
            On("create", Coordination, "leases"),
            On("get update", Coordination, "leases", "kube-controller-manager"),
            On("create", "", "secrets serviceaccounts"),
            On("delete", "", "secrets"),
            On("get", "", "configmaps namespaces secrets serviceaccounts"),
            On("update", "", "secrets serviceaccounts"),
            On("create", "authentication.k8s.io", "tokenreviews"),
            On("create", "authorization.k8s.io", "subjectaccessreviews"),
            On("list watch", "*", "*"),
            On("create", "", "serviceaccounts/token")),
        new("system:kube-dns", On("list watch", "", "endpoints services")),
        new(
            "system:kube-scheduler",
            Events(),
            On("create", Coordination, "leases"),
            On("get update", Coordination, "leases", "kube-scheduler"),
            On(Read, "", "nodes"),
            On("delete get list watch", "", "pods"),
            On("create", "", "bindings pods/binding"),
            On("patch update", "", "pods/status"),
            On(Read, "", "replicationcontrollers services"),
            On(Read, "", "replicasets") with { ApiGroups = ["apps", "extensions"] },
            On(Read, "apps", "statefulsets"),
            On(Read, "policy", "poddisruptionbudgets"),
            On(Read, "", "persistentvolumeclaims persistentvolumes"),
            On("create", "authentication.k8s.io", "tokenreviews"),
            On("create", "authorization.k8s.io", "subjectaccessreviews"),
            On(Read, Storage, "csinodes"),
            On(Read, "", "namespaces"),
            On(Read, Storage, "csidrivers"),
            On(Read, Storage, "csistoragecapacities")),
        new("system:kubelet-api-admin", On(Read, "", "nodes"), On("proxy", "", "nodes"), On("*", "", "nodes/log nodes/metrics nodes/proxy nodes/stats")),
        new(
            "system:node",
            On("create", "authentication.k8s.io", "tokenreviews"),
            On("create", "authorization.k8s.io", "localsubjectaccessreviews subjectaccessreviews"),
            On(Read, "", "services"),
            On("create get list watch", "", "nodes"),
            On("patch update", "", "nodes/status"),
            On("patch update", "", "nodes"),
            On("create patch update", "", "events"),
            On(Read, "", "pods"),
            On("create delete", "", "pods"),
            On("patch update", "", "pods/status"),
            On("create", "", "pods/eviction"),
            On(Read, "", "configmaps secrets"),
            On("get", "", "persistentvolumeclaims persistentvolumes"),
            On("get", "", "endpoints"),
            On("create get list watch", Certificates, "certificatesigningrequests"),
            On("create delete get patch update", Coordination, "leases"),
            On("get", Storage, "volumeattachments"),
            On("create", "", "serviceaccounts/token"),
            On("get patch update", "", "persistentvolumeclaims/status"),
            On(Read, Storage, "csidrivers"),
            On("create delete get patch update", Storage, "csinodes"),
            On(Read, "node.k8s.io", "runtimeclasses")),
        new("system:node-bootstrapper", On("create get list watch", Certificates, "certificatesigningrequests")),
        new("system:node-problem-detector", On("get", "", "nodes"), On("patch", "", "nodes/status"), Events()),
        new(
            "system:node-proxier",
            On("list watch", "", "endpoints services"),
            On(Read, "", "nodes"),
            Events(),
            On("list watch", "discovery.k8s.io", "endpointslices")),
        new(
            "system:persistent-volume-provisioner",
            On("create delete get list watch", "", "persistentvolumes"),
            On("get list update watch", "", "persistentvolumeclaims"),
            On(Read, Storage, "storageclasses"),
            On("watch", "", "events"),
            Events()),
        new(
            "system:volume-scheduler",
            On("get list patch update watch", "", "persistentvolumes"),
            On(Read, Storage, "storageclasses"),
            On("get list patch update watch", "", "persistentvolumeclaims")),
    ];

    private static BootstrapRole Approver(string signer) =>
        new($"system:certificates.k8s.io:{signer}-approver", On("approve", Certificates, "signers", $"kubernetes.io/{signer}"));
}
