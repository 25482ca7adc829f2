using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Kinds;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Definitions;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Fills in the defaults of built-in kinds, as the server does with whatever it decodes.</summary>
internal static class ObjectDefaults
{
    private static readonly Dictionary<(string Group, string Kind), Action<JsonDraft>> Rules = new()
    {
        [("", "Pod")] = PodDefaults.OfPod,
        [("", "PodTemplate")] = draft => PodDefaults.OfTemplate(draft.Find("template")),
        [("", "ReplicationController")] = WorkloadDefaults.OfReplicationController,
        [("apps", "Deployment")] = WorkloadDefaults.OfDeployment,
        [("apps", "ReplicaSet")] = WorkloadDefaults.OfReplicaSet,
        [("apps", "StatefulSet")] = WorkloadDefaults.OfStatefulSet,
        [("apps", "DaemonSet")] = WorkloadDefaults.OfDaemonSet,
        [("batch", "Job")] = JobDefaults.OfJob,
        [("batch", "CronJob")] = JobDefaults.OfCronJob,
        [("", "Service")] = ServiceDefaults.Fill,
        [("", "Secret")] = SecretDefaults.Fill,
        [("", "Namespace")] = NamespaceDefaults.Fill,
        [("", "Node")] = NodeDefaults.Fill,
        [("", "LimitRange")] = LimitRangeDefaults.Fill,
        [("", "Endpoints")] = PortDefaults.OfEndpoints,
        [("", "PersistentVolume")] = VolumeDefaults.OfVolume,
        [("", "PersistentVolumeClaim")] = VolumeDefaults.OfClaim,
        [("networking.k8s.io", "NetworkPolicy")] = PortDefaults.OfNetworkPolicy,
        [("rbac.authorization.k8s.io", "RoleBinding")] = BindingDefaults.Fill,
        [("rbac.authorization.k8s.io", "ClusterRoleBinding")] = BindingDefaults.Fill,
        [("admissionregistration.k8s.io", "MutatingWebhookConfiguration")] = WebhookDefaults.OfMutating,
        [("admissionregistration.k8s.io", "ValidatingWebhookConfiguration")] = WebhookDefaults.OfValidating,
        [("apiextensions.k8s.io", "CustomResourceDefinition")] = DefinitionDefaults.Fill,
    };

    /// <summary>The object with its defaults, in normal form. Custom resources come back as they are: their schema has their defaults.</summary>
    public static JsonValue Fill(ApiResource resource, JsonValue value)
    {
        if (resource.IsCustom || !Rules.TryGetValue((resource.Group, resource.Kind), out Action<JsonDraft>? rule))
        {
            return value;
        }

        JsonDraft draft = new(value);
        rule(draft);
        return draft.Source.IsMissing ? NormalForm.Of(DecodeTargets.Of(resource), draft, value) : value;
    }
}
