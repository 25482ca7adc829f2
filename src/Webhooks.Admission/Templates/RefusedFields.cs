using System.Collections.Frozen;

namespace Webhooks.Admission.Templates;

/// <summary>
/// The fields of a PodSpec that no template brings, with the reason. Either the API server fills the field in before
/// admission, so that what the workload says can't be told from the default, or it is the workload's own or breaks pods.
/// </summary>
/// <remarks>
/// Sources: pkg/apis/core/v1/defaults.go and pkg/apis/core/validation of Kubernetes 1.36; the admission plug-ins
/// ServiceAccount, Priority and RuntimeClass, which see a pod before any webhook does.
/// </remarks>
internal static class RefusedFields
{
    private const string Leave = "leave it to the workload";

    /// <summary>All of them, by name.</summary>
    public static readonly IReadOnlyList<RefusedField> All =
    [
        new("activeDeadlineSeconds", "it ends pods that run longer, and Deployments, StatefulSets and DaemonSets with it are refused", Leave),
        new("affinity", "terms of required node affinity are alternatives, so one more would let the workload run where it must not", "use nodeSelector, tolerations or topologySpreadConstraints"),
        new("automountServiceAccountToken", "the plug-in ServiceAccount mounts the token before webhooks are called", "say it in the ServiceAccount, or bring a projected volume with a serviceAccountToken"),
        new("dnsPolicy", "the API server fills in ClusterFirst before admission, so the workload's word can't be told from the default", "use dnsConfig, which adds to what the policy gives"),
        new("enableServiceLinks", "the API server fills in true before admission, so the workload's word can't be told from the default", Leave),
        new("ephemeralContainers", "they are added to running pods only: a new pod with one is refused", "put it under containers, or use kubectl debug"),
        new("hostIPC", "the API server does not tell false from absent, so no workload could keep out of the node's IPC namespace", Leave),
        new("hostNetwork", "the API server does not tell false from absent, so no workload could keep out of the node's network, where every port is the node's", "leave it to the workload, or give the container's port a hostPort"),
        new("hostPID", "the API server does not tell false from absent, so no workload could keep out of the node's processes", "leave it to the workload, or use shareProcessNamespace"),
        new("hostUsers", "false breaks pods that share namespaces or volumes of block devices with the node, true takes the user namespace from those that rely on it", Leave),
        new("hostname", "all pods that ask for the template would have the same name, and the StatefulSet controller sets one for each of its pods", Leave),
        new("hostnameOverride", "all pods that ask for the template would have the same name, and those on the node's network are refused with it", Leave),
        new("nodeName", "it binds all pods to one node, past the scheduler", "use nodeSelector"),
        new("os", "it decides which fields a pod may have, those of the workload included", "use injection.os to choose the pods that the template is for"),
        new("overhead", "the plug-in RuntimeClass fills it in before webhooks are called, and refuses pods with any other", "say it in the RuntimeClass"),
        new("preemptionPolicy", "the plug-in Priority fills it in from the pod's class before webhooks are called, and refuses pods with any other", "say it in the PriorityClass"),
        new("priority", "the plug-in Priority fills it in from the pod's class before webhooks are called, and refuses pods with any other", "say it in the PriorityClass"),
        new("priorityClassName", "the plug-in Priority has set the priority from the pod's class before webhooks are called, and refuses pods whose class says another", Leave),
        new("resources", "it bounds the sum of all containers: the API server refuses pods whose own containers ask for more", "give the container its resources"),
        new("restartPolicy", "the API server fills in Always before admission, so the workload's word can't be told from the default, and Jobs with Always are refused", "use injection.native for sidecars of pods that run to completion"),
        new("runtimeClassName", "the plug-in RuntimeClass has added the overhead and the scheduling of the pod's class before webhooks are called", Leave),
        new("schedulerName", "the API server fills in default-scheduler before admission, so the workload's word can't be told from the default", Leave),
        new("schedulingGates", "pods wait until somebody takes the gate off again", "let the controller that takes it off put it on, too"),
        new("schedulingGroup", "it names the group of pods that the workload itself is scheduled with", Leave),
        new("serviceAccount", "it is the old name of serviceAccountName, which the API server fills in with the plug-in ServiceAccount before webhooks are called", "bind a role to the workload's own ServiceAccount"),
        new("serviceAccountName", "the plug-in ServiceAccount fills in default and mounts the token before webhooks are called, and another account would change the workload's rights", "bind a role to the workload's own ServiceAccount"),
        new("setHostnameAsFQDN", "pods whose full name has more than 64 characters never start with it", Leave),
        new("subdomain", "it names the headless Service of the workload", Leave),
    ];

    private static readonly FrozenDictionary<string, RefusedField> ByName = All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>The field of that name; <c>null</c> for names that are no field of a PodSpec, and for fields that templates bring.</summary>
    public static RefusedField? Find(string name) => ByName.GetValueOrDefault(name);
}
