using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Preparing;

/// <summary>The strategies of all resources. Source: the strategy.go files of <c>pkg/registry</c>.</summary>
internal static class Strategies
{
    private static readonly string[] AllMetadata = ["labels", "annotations", "finalizers", "ownerReferences"];

    private static readonly Strategy Spec = new() { CountsGeneration = true, GenerationMembers = ["spec"] };
    private static readonly Strategy MadeByPut = new() { AllowsCreateOnUpdate = true };
    private static readonly Strategy Answering = new() { DeleteAnswersObject = true };
    private static readonly Strategy Webhooks = new() { CountsGeneration = true, GenerationMembers = ["webhooks"], AllowsUnconditionalUpdate = false };
    private static readonly Strategy Guarded = Spec with { AllowsUnconditionalUpdate = false };
    private static readonly Strategy Plain = new();
    private static readonly Strategy Versioned = new() { AllowsUnconditionalUpdate = false };

    private static readonly Dictionary<(string Group, string Resource), Strategy> Table = new()
    {
        [("", "pods")] = Spec with { DeleteAnswersObject = true, IsGraceful = true, StatusKeeps = ["ownerReferences", "deletionTimestamp"] },
        [("", "podtemplates")] = Answering with { CountsGeneration = true, GenerationMembers = ["template"] },
        [("", "replicationcontrollers")] = Spec with { OrphansByDefault = true },
        [("", "services")] = MadeByPut with { DeleteAnswersObject = true },
        [("", "serviceaccounts")] = Answering,
        [("", "resourcequotas")] = Answering,
        [("", "persistentvolumes")] = Answering,
        [("", "persistentvolumeclaims")] = Answering,
        [("", "limitranges")] = MadeByPut,
        [("", "endpoints")] = MadeByPut,
        [("", "events")] = MadeByPut with { OwnsNothing = true },
        [("events.k8s.io", "events")] = MadeByPut with { OwnsNothing = true },
        [("", "nodes")] = Plain with { KeepsStatusOnCreate = true },
        [("coordination.k8s.io", "leases")] = MadeByPut with { AllowsUnconditionalUpdate = false },
        [("rbac.authorization.k8s.io", "roles")] = MadeByPut,
        [("rbac.authorization.k8s.io", "clusterroles")] = MadeByPut,
        [("rbac.authorization.k8s.io", "rolebindings")] = MadeByPut,
        [("rbac.authorization.k8s.io", "clusterrolebindings")] = MadeByPut,
        [("apps", "deployments")] = Spec with { CountsAnnotations = true, StatusKeeps = ["labels"] },
        [("apps", "replicasets")] = Spec,
        [("apps", "statefulsets")] = Spec,
        [("apps", "daemonsets")] = Spec,
        [("batch", "jobs")] = Spec with
        {
            OrphansByDefault = true,
            UnsaidPropagation = "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them "
                + "or set propagationPolicy=Orphan to suppress this warning",
        },
        [("batch", "cronjobs")] = Spec,
        [("networking.k8s.io", "networkpolicies")] = Spec,
        [("networking.k8s.io", "ingresses")] = Spec,
        [("networking.k8s.io", "ingressclasses")] = Spec,
        [("networking.k8s.io", "servicecidrs")] = Plain with { StatusKeeps = AllMetadata },
        [("policy", "poddisruptionbudgets")] = Guarded,
        [("discovery.k8s.io", "endpointslices")] =
            Plain with { CountsGeneration = true, CountsLabels = true, GenerationMembers = ["addressType", "endpoints", "ports"] },
        [("scheduling.k8s.io", "priorityclasses")] = Plain with { CountsGeneration = true },
        [("flowcontrol.apiserver.k8s.io", "flowschemas")] = Spec with { StatusKeeps = AllMetadata },
        [("flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations")] = Spec with { StatusKeeps = AllMetadata },
        [("storage.k8s.io", "storageclasses")] = Answering,
        [("storage.k8s.io", "csidrivers")] = Guarded with { DeleteAnswersObject = true },
        [("storage.k8s.io", "csinodes")] = Versioned with { DeleteAnswersObject = true },
        [("storage.k8s.io", "csistoragecapacities")] = Versioned,
        [("storage.k8s.io", "volumeattachments")] = Versioned with { DeleteAnswersObject = true },
        [("node.k8s.io", "runtimeclasses")] = Versioned,
        [("apiregistration.k8s.io", "apiservices")] = Versioned,
        [("admissionregistration.k8s.io", "mutatingwebhookconfigurations")] = Webhooks,
        [("admissionregistration.k8s.io", "validatingwebhookconfigurations")] = Webhooks,
        [("admissionregistration.k8s.io", "validatingadmissionpolicies")] = Guarded with { StatusKeeps = AllMetadata },
        [("admissionregistration.k8s.io", "validatingadmissionpolicybindings")] = Guarded,
        [("admissionregistration.k8s.io", "mutatingadmissionpolicies")] = Guarded,
        [("admissionregistration.k8s.io", "mutatingadmissionpolicybindings")] = Guarded,
        [("apiextensions.k8s.io", "customresourcedefinitions")] = Guarded with { StatusKeeps = AllMetadata },
    };

    /// <summary>The strategy of a resource.</summary>
    public static Strategy Of(ApiResource resource)
    {
        Strategy found = resource.IsCustom
            ? new Strategy { CountsGeneration = true, AllowsUnconditionalUpdate = false, StatusKeeps = AllMetadata }
            : Table.GetValueOrDefault((resource.Group, resource.Plural), Plain);
        return found with { HasStatus = resource.Find("status") != null };
    }
}
