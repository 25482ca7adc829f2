using System.Collections.Frozen;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The table of tables: how each built-in kind is shown.</summary>
internal static class BuiltInTables
{
    /// <summary>Of kinds without a table of their own: the name, and when the object was made.</summary>
    public static BuiltInTable Default { get; } = new([PrintedColumn.Name, PrintedColumn.CreatedAt]);

    private static readonly FrozenDictionary<GroupKind, BuiltInTable> Tables = new Dictionary<GroupKind, BuiltInTable>
    {
        [new("", "ComponentStatus")] = NodePrinters.ComponentStatuses,
        [new("", "ConfigMap")] = CorePrinters.ConfigMaps,
        [new("", "Endpoints")] = ServicePrinters.Endpoints,
        [new("", "Event")] = EventPrinters.CoreEvents,
        [new("", "Namespace")] = CorePrinters.Namespaces,
        [new("", "Node")] = NodePrinters.Nodes,
        [new("", "PersistentVolume")] = StoragePrinters.Volumes,
        [new("", "PersistentVolumeClaim")] = StoragePrinters.Claims,
        [new("", "Pod")] = PodPrinters.Pods,
        [new("", "PodTemplate")] = PodPrinters.PodTemplates,
        [new("", "ReplicationController")] = WorkloadPrinters.ReplicationControllers,
        [new("", "ResourceQuota")] = PolicyPrinters.ResourceQuotas,
        [new("", "Secret")] = CorePrinters.Secrets,
        [new("", "Service")] = ServicePrinters.Services,
        [new("", "ServiceAccount")] = CorePrinters.ServiceAccounts,
        [new("admissionregistration.k8s.io", "MutatingAdmissionPolicy")] = AdmissionPrinters.MutatingPolicies,
        [new("admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding")] = AdmissionPrinters.Bindings,
        [new("admissionregistration.k8s.io", "MutatingWebhookConfiguration")] = AdmissionPrinters.Webhooks,
        [new("admissionregistration.k8s.io", "ValidatingAdmissionPolicy")] = AdmissionPrinters.ValidatingPolicies,
        [new("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding")] = AdmissionPrinters.Bindings,
        [new("admissionregistration.k8s.io", "ValidatingWebhookConfiguration")] = AdmissionPrinters.Webhooks,
        [new("apiregistration.k8s.io", "APIService")] = AdmissionPrinters.ApiServices,
        [new("apps", "ControllerRevision")] = WorkloadPrinters.ControllerRevisions,
        [new("apps", "DaemonSet")] = WorkloadPrinters.DaemonSets,
        [new("apps", "Deployment")] = WorkloadPrinters.Deployments,
        [new("apps", "ReplicaSet")] = WorkloadPrinters.ReplicaSets,
        [new("apps", "StatefulSet")] = WorkloadPrinters.StatefulSets,
        [new("autoscaling", "HorizontalPodAutoscaler")] = AutoscalingPrinters.Autoscalers,
        [new("autoscaling", "Scale")] = WorkloadPrinters.Scales,
        [new("batch", "CronJob")] = JobPrinters.CronJobs,
        [new("batch", "Job")] = JobPrinters.Jobs,
        [new("certificates.k8s.io", "CertificateSigningRequest")] = AccessPrinters.SigningRequests,
        [new("coordination.k8s.io", "Lease")] = CorePrinters.Leases,
        [new("discovery.k8s.io", "EndpointSlice")] = ServicePrinters.EndpointSlices,
        [new("events.k8s.io", "Event")] = EventPrinters.Events,
        [new("flowcontrol.apiserver.k8s.io", "FlowSchema")] = FlowPrinters.FlowSchemas,
        [new("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration")] = FlowPrinters.PriorityLevels,
        [new("networking.k8s.io", "Ingress")] = NetworkPrinters.Ingresses,
        [new("networking.k8s.io", "IngressClass")] = NetworkPrinters.IngressClasses,
        [new("networking.k8s.io", "IPAddress")] = NetworkPrinters.IpAddresses,
        [new("networking.k8s.io", "NetworkPolicy")] = NetworkPrinters.NetworkPolicies,
        [new("networking.k8s.io", "ServiceCIDR")] = NetworkPrinters.ServiceCidrs,
        [new("node.k8s.io", "RuntimeClass")] = NodePrinters.RuntimeClasses,
        [new("policy", "PodDisruptionBudget")] = PolicyPrinters.DisruptionBudgets,
        [new("rbac.authorization.k8s.io", "ClusterRoleBinding")] = AccessPrinters.ClusterRoleBindings,
        [new("rbac.authorization.k8s.io", "RoleBinding")] = AccessPrinters.RoleBindings,
        [new("scheduling.k8s.io", "PriorityClass")] = CorePrinters.PriorityClasses,
        [new("storage.k8s.io", "CSIDriver")] = CsiPrinters.Drivers,
        [new("storage.k8s.io", "CSINode")] = CsiPrinters.Nodes,
        [new("storage.k8s.io", "CSIStorageCapacity")] = CsiPrinters.Capacities,
        [new("storage.k8s.io", "StorageClass")] = StoragePrinters.Classes,
        [new("storage.k8s.io", "VolumeAttachment")] = StoragePrinters.Attachments,
        [new("storage.k8s.io", "VolumeAttributesClass")] = StoragePrinters.AttributesClasses,
    }.ToFrozenDictionary();

    /// <summary>How that kind is shown.</summary>
    public static BuiltInTable Of(GroupKind kind) => Tables.GetValueOrDefault(kind, Default);
}
