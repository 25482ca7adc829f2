namespace Webhooks.Tests.Pods;

/// <summary>
/// What the published schema leaves out. Pointers: the fields of k8s.io/api/core/v1/types.go (0.36) that are
/// pointers to a scalar, so that their zero values are stored. Defaults: what pkg/apis/core/v1/defaults.go fills in.
/// </summary>
internal static class GoFields
{
    public static readonly HashSet<string> Pointers =
    [
        "AppArmorProfile.localhostProfile", "AzureDiskVolumeSource.cachingMode", "AzureDiskVolumeSource.fsType", "AzureDiskVolumeSource.readOnly",
        "AzureDiskVolumeSource.kind", "CSIVolumeSource.readOnly", "CSIVolumeSource.fsType", "ClusterTrustBundleProjection.name",
        "ClusterTrustBundleProjection.signerName", "ClusterTrustBundleProjection.optional", "ConfigMapEnvSource.optional",
        "ConfigMapKeySelector.optional", "ConfigMapProjection.optional", "ConfigMapVolumeSource.defaultMode", "ConfigMapVolumeSource.optional",
        "Container.restartPolicy", "DownwardAPIVolumeFile.mode", "DownwardAPIVolumeSource.defaultMode", "EmptyDirVolumeSource.sizeLimit",
        "FCVolumeSource.lun", "FileKeySelector.optional", "GRPCAction.service", "HostPathVolumeSource.type", "ISCSIVolumeSource.initiatorName",
        "KeyToPath.mode", "Lifecycle.stopSignal", "PersistentVolumeClaimSpec.storageClassName", "PersistentVolumeClaimSpec.volumeMode",
        "PersistentVolumeClaimSpec.volumeAttributesClassName", "PodDNSConfigOption.value", "PodResourceClaim.resourceClaimName",
        "PodResourceClaim.resourceClaimTemplateName", "PodSecurityContext.fsGroup", "PodSecurityContext.fsGroupChangePolicy",
        "PodSecurityContext.runAsGroup", "PodSecurityContext.runAsNonRoot", "PodSecurityContext.runAsUser",
        "PodSecurityContext.seLinuxChangePolicy", "PodSecurityContext.supplementalGroupsPolicy", "PodSpec.shareProcessNamespace",
        "PodSpec.terminationGracePeriodSeconds", "Toleration.tolerationSeconds", "TopologySpreadConstraint.minDomains",
        "TopologySpreadConstraint.nodeAffinityPolicy", "TopologySpreadConstraint.nodeTaintsPolicy", "PodCertificateProjection.maxExpirationSeconds",
        "Probe.terminationGracePeriodSeconds", "ProjectedVolumeSource.defaultMode", "SeccompProfile.localhostProfile", "SecretEnvSource.optional",
        "SecretKeySelector.optional", "SecretProjection.optional", "SecretVolumeSource.defaultMode", "SecretVolumeSource.optional",
        "SecurityContext.privileged", "SecurityContext.runAsUser", "SecurityContext.runAsGroup", "SecurityContext.runAsNonRoot",
        "SecurityContext.readOnlyRootFilesystem", "SecurityContext.allowPrivilegeEscalation", "SecurityContext.procMount",
        "ServiceAccountTokenProjection.expirationSeconds", "TypedLocalObjectReference.apiGroup", "TypedObjectReference.apiGroup",
        "TypedObjectReference.namespace", "VolumeMount.recursiveReadOnly", "VolumeMount.mountPropagation",
        "WindowsSecurityContextOptions.gmsaCredentialSpecName", "WindowsSecurityContextOptions.gmsaCredentialSpec",
        "WindowsSecurityContextOptions.runAsUserName", "WindowsSecurityContextOptions.hostProcess",
    ];

    public static readonly Dictionary<string, string> Defaults = new()
    {
        ["ConfigMapVolumeSource.defaultMode"] = "420",
        ["Container.terminationMessagePath"] = "\"/dev/termination-log\"",
        ["Container.terminationMessagePolicy"] = "\"File\"",
        ["DownwardAPIVolumeSource.defaultMode"] = "420",
        ["HTTPGetAction.path"] = "\"/\"",
        ["HTTPGetAction.scheme"] = "\"HTTP\"",
        ["HostPathVolumeSource.type"] = "\"\"",
        ["ObjectFieldSelector.apiVersion"] = "\"v1\"",
        ["PersistentVolumeClaimSpec.volumeMode"] = "\"Filesystem\"",
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
}
