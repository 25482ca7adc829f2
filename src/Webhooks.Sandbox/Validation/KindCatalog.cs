using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Validation;

/// <summary>The rules of each built-in kind; a kind that is not named has those of all, and a DNS subdomain for a name.</summary>
internal static class KindCatalog
{
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Admission = "admissionregistration.k8s.io";
    private static readonly KindRules Plain = new();

    // Servers beside the core one, and the kinds of admission, have only the rules of all for metadata.
    private static readonly KindRules Apart = new() { QualifiesFinalizers = false };

    private static readonly Dictionary<(string Group, string Kind), KindRules> Catalog = new()
    {
        [("", "ConfigMap")] = ConfigMapRules.Rules,
        [("", "Secret")] = SecretRules.Rules,
        [("", "Service")] = ServiceRules.Rules,
        [("", "Namespace")] = NamespaceRules.Rules,
        [("", "Node")] = NodeRules.Rules,
        [("", "Pod")] = PodRules.Rules,
        [("", "LimitRange")] = LimitRangeRules.Rules,
        [("", "ResourceQuota")] = ResourceQuotaRules.Rules,
        [("", "PersistentVolume")] = PersistentVolumeRules.Rules,
        [("", "PersistentVolumeClaim")] = ClaimRules.Rules,
        [("", "ReplicationController")] = ControllerRules.Rules,
        [("", "Event")] = EventRules.OfCore,
        [("events.k8s.io", "Event")] = EventRules.OfEvents,
        [("coordination.k8s.io", "Lease")] = LeaseRules.Rules,
        [(Rbac, "Role")] = RoleRules.Namespaced,
        [(Rbac, "ClusterRole")] = RoleRules.OfCluster,
        [(Rbac, "RoleBinding")] = BindingRules.Namespaced,
        [(Rbac, "ClusterRoleBinding")] = BindingRules.OfCluster,
        [("networking.k8s.io", "NetworkPolicy")] = NetworkPolicyRules.Rules,
        [("networking.k8s.io", "Ingress")] = IngressRules.Rules,
        [("policy", "PodDisruptionBudget")] = DisruptionBudgetRules.Rules,
        [("apps", "Deployment")] = WorkloadRules.OfDeployment,
        [("apps", "ReplicaSet")] = WorkloadRules.OfReplicaSet,
        [("apps", "StatefulSet")] = WorkloadRules.OfStatefulSet,
        [("apps", "DaemonSet")] = WorkloadRules.OfDaemonSet,
        [("apps", "ControllerRevision")] = RevisionRules.Rules,
        [("batch", "Job")] = JobRules.OfJob,
        [("batch", "CronJob")] = JobRules.OfCronJob,
        [("apiextensions.k8s.io", "CustomResourceDefinition")] = Apart,
        [("apiregistration.k8s.io", "APIService")] = Apart,
    };

    /// <summary>The rules of a resource's kind.</summary>
    public static KindRules Of(ApiResource resource) =>
        Catalog.GetValueOrDefault((resource.Group, resource.Kind), resource.Group == Admission ? Apart : Plain);
}
