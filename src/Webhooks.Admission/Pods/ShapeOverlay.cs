using Webhooks.Resources.Json;

namespace Webhooks.Admission.Pods;

/// <summary>
/// What the published schema leaves out of a pod template, by type or by field (<c>Type.field</c>): Go's pointers,
/// the API server's defaults, and how the merge treats a field other than the schema says.
/// </summary>
internal static class ShapeOverlay
{
    /// <summary>
    /// Fields that are pointers to a scalar, so that their zero values are stored. Source: k8s.io/api/core/v1/types.go
    /// and k8s.io/apimachinery/pkg/apis/meta/v1/types.go, 0.36.
    /// </summary>
    public static readonly HashSet<string> Pointers =
    [
        "AppArmorProfile.localhostProfile", "AzureDiskVolumeSource.cachingMode", "AzureDiskVolumeSource.fsType", "AzureDiskVolumeSource.kind",
        "AzureDiskVolumeSource.readOnly", "CSIVolumeSource.fsType", "CSIVolumeSource.readOnly", "ClusterTrustBundleProjection.name",
        "ClusterTrustBundleProjection.optional", "ClusterTrustBundleProjection.signerName", "ConfigMapEnvSource.optional",
        "ConfigMapKeySelector.optional", "ConfigMapProjection.optional", "ConfigMapVolumeSource.defaultMode", "ConfigMapVolumeSource.optional",
        "Container.restartPolicy", "DownwardAPIVolumeFile.mode", "DownwardAPIVolumeSource.defaultMode", "EmptyDirVolumeSource.sizeLimit",
        "EphemeralContainer.restartPolicy", "FCVolumeSource.lun", "FileKeySelector.optional", "GRPCAction.service", "HostPathVolumeSource.type",
        "ISCSIVolumeSource.initiatorName", "KeyToPath.mode", "Lifecycle.stopSignal", "ObjectMeta.deletionGracePeriodSeconds",
        "OwnerReference.blockOwnerDeletion", "OwnerReference.controller", "PersistentVolumeClaimSpec.storageClassName",
        "PersistentVolumeClaimSpec.volumeAttributesClassName", "PersistentVolumeClaimSpec.volumeMode",
        "PodCertificateProjection.maxExpirationSeconds", "PodDNSConfigOption.value", "PodResourceClaim.resourceClaimName",
        "PodResourceClaim.resourceClaimTemplateName", "PodSchedulingGroup.podGroupName", "PodSecurityContext.fsGroup",
        "PodSecurityContext.fsGroupChangePolicy", "PodSecurityContext.runAsGroup", "PodSecurityContext.runAsNonRoot", "PodSecurityContext.runAsUser",
        "PodSecurityContext.seLinuxChangePolicy", "PodSecurityContext.supplementalGroupsPolicy", "PodSpec.activeDeadlineSeconds",
        "PodSpec.automountServiceAccountToken", "PodSpec.enableServiceLinks", "PodSpec.hostUsers", "PodSpec.hostnameOverride",
        "PodSpec.preemptionPolicy", "PodSpec.priority", "PodSpec.runtimeClassName", "PodSpec.setHostnameAsFQDN", "PodSpec.shareProcessNamespace",
        "PodSpec.terminationGracePeriodSeconds", "Probe.terminationGracePeriodSeconds", "ProjectedVolumeSource.defaultMode",
        "SeccompProfile.localhostProfile", "SecretEnvSource.optional", "SecretKeySelector.optional", "SecretProjection.optional",
        "SecretVolumeSource.defaultMode", "SecretVolumeSource.optional", "SecurityContext.allowPrivilegeEscalation", "SecurityContext.privileged",
        "SecurityContext.procMount", "SecurityContext.readOnlyRootFilesystem", "SecurityContext.runAsGroup", "SecurityContext.runAsNonRoot",
        "SecurityContext.runAsUser", "ServiceAccountTokenProjection.expirationSeconds", "Toleration.tolerationSeconds",
        "TopologySpreadConstraint.minDomains", "TopologySpreadConstraint.nodeAffinityPolicy", "TopologySpreadConstraint.nodeTaintsPolicy",
        "TypedLocalObjectReference.apiGroup", "TypedObjectReference.apiGroup", "TypedObjectReference.namespace", "VolumeMount.mountPropagation",
        "VolumeMount.recursiveReadOnly", "WindowsSecurityContextOptions.gmsaCredentialSpec", "WindowsSecurityContextOptions.gmsaCredentialSpecName",
        "WindowsSecurityContextOptions.hostProcess", "WindowsSecurityContextOptions.runAsUserName",
    ];

    /// <summary>Defaults that are filled in by code. Source: pkg/apis/core/v1/defaults.go, what it does to pod templates.</summary>
    public static readonly Dictionary<string, string> Defaults = new()
    {
        ["ConfigMapVolumeSource.defaultMode"] = "420",
        ["Container.terminationMessagePath"] = "\"/dev/termination-log\"",
        ["Container.terminationMessagePolicy"] = "\"File\"",
        ["DownwardAPIVolumeSource.defaultMode"] = "420",
        ["EphemeralContainer.terminationMessagePath"] = "\"/dev/termination-log\"",
        ["EphemeralContainer.terminationMessagePolicy"] = "\"File\"",
        ["HTTPGetAction.path"] = "\"/\"",
        ["HTTPGetAction.scheme"] = "\"HTTP\"",
        ["HostPathVolumeSource.type"] = "\"\"",
        ["ObjectFieldSelector.apiVersion"] = "\"v1\"",
        ["PersistentVolumeClaimSpec.volumeMode"] = "\"Filesystem\"",
        ["PodSpec.dnsPolicy"] = "\"ClusterFirst\"",
        ["PodSpec.restartPolicy"] = "\"Always\"",
        ["PodSpec.schedulerName"] = "\"default-scheduler\"",
        ["PodSpec.securityContext"] = "{}",
        ["PodSpec.terminationGracePeriodSeconds"] = "30",
        ["Probe.failureThreshold"] = "3",
        ["Probe.periodSeconds"] = "10",
        ["Probe.successThreshold"] = "1",
        ["Probe.timeoutSeconds"] = "1",
        ["ProjectedVolumeSource.defaultMode"] = "420",
        ["ResourceFieldSelector.divisor"] = "\"0\"",
        ["SecretVolumeSource.defaultMode"] = "420",
        ["ServiceAccountTokenProjection.expirationSeconds"] = "3600",
    };

    /// <summary>
    /// Fields whose stored value depends on others beside them: the function takes the object and the field's own
    /// value, missing where it is stored as nothing. A pull policy follows the image; the older name of the service
    /// account follows the newer, and stands in for it (Convert_v1_PodSpec_To_core_PodSpec).
    /// </summary>
    public static readonly Dictionary<string, Func<JsonValue, JsonValue, JsonValue>> Derived = new()
    {
        ["Container.imagePullPolicy"] = static (container, own) => own.IsMissing ? ImagePullPolicy.DefaultFor(container["image"u8]) : own,
        ["EphemeralContainer.imagePullPolicy"] = static (container, own) => own.IsMissing ? ImagePullPolicy.DefaultFor(container["image"u8]) : own,
        ["ImageVolumeSource.pullPolicy"] = static (volume, own) => own.IsMissing ? ImagePullPolicy.DefaultFor(volume["reference"u8]) : own,
        ["PodSpec.serviceAccount"] = static (spec, own) => spec["serviceAccountName"u8] is { IsAbsent: false } name && !name.TextEquals(default) ? name : own,
        ["PodSpec.serviceAccountName"] = static (spec, own) => own.IsMissing && !spec["serviceAccount"u8].TextEquals(default) ? spec["serviceAccount"u8] : own,
    };

    /// <summary>Objects that the merge takes whole or not at all, by type or by field.</summary>
    public static readonly HashSet<string> Atoms =
    [
        "AppArmorProfile", "Container.resources", "ContainerPort", "EnvFromSource", "EnvVar", "HostAlias", "LifecycleHandler", "PodResourceClaim",
        "Probe", "SeccompProfile", "TopologySpreadConstraint", "Volume", "VolumeDevice", "VolumeMount",
    ];

    /// <summary>Atomic lists that get an item unless an equal one stands there.</summary>
    public static readonly HashSet<string> Unions = ["Container.envFrom", "PodSpec.readinessGates", "PodSpec.tolerations"];

    /// <summary>Atomic maps that merge by key.</summary>
    public static readonly HashSet<string> MergedMaps = ["PodSpec.nodeSelector"];

    /// <summary>Types that get a member, empty, when they have none but their name.</summary>
    public static readonly Dictionary<string, string> DefaultSources = new() { ["Volume"] = "emptyDir" };

    /// <summary>Fields of which the API server takes some members only: a claim's template has labels and annotations.</summary>
    public static readonly Dictionary<string, string[]> Restricted = new()
    {
        ["PersistentVolumeClaimTemplate.metadata"] = ["labels", "annotations"],
    };
}
