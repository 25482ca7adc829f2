using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>The pod rules that a template alone decides: what breaks one breaks every pod that asks for it.</summary>
/// <remarks>
/// Source: pkg/apis/core/validation of Kubernetes 1.36. <c>containers</c> may end in a pod's <c>initContainers</c>, as
/// native sidecars behind the template's own init containers. Whatever a container may have a native sidecar may have,
/// too, and both run beside the same containers, so each rule holds in either place.
/// </remarks>
internal static class TemplateRules
{
    private static readonly Action<TemplateFields, Findings>[] Rules =
    [
        ContainerRules.Check,
        EveryContainerRules.Check,
        RestartRules.Check,
        EnvRules.Check,
        EnvFromRules.Check,
        PortRules.Check,
        PortClashRules.Check,
        MountRules.Check,
        DeviceRules.Check,
        ResourceRules.Check,
        ClaimRules.Check,
        ResizeRules.Check,
        ProbeRules.Check,
        LifecycleRules.Check,
        SleepRules.Check,
        SecurityRules.Check,
        WindowsRules.Check,
        PodSecurityRules.Check,
        SysctlRules.Check,
        HostProcessRules.Check,
        OsRules.Check,
        VolumeRules.Check,
        VolumeSourceRules.Check,
        VolumeItemRules.Check,
        ProjectedRules.Check,
        EphemeralRules.Check,
        RemoteVolumeRules.Check,
        DiskVolumeRules.Check,
        WorkloadVolumeRules.Check,
        PullSecretRules.Check,
        HostAliasRules.Check,
        TolerationRules.Check,
        ReadinessGateRules.Check,
        NodeSelectorRules.Check,
        DnsRules.Check,
        GracePeriodRules.Check,
        SpreadRules.Check,
        PodClaimRules.Check,
        LabelRules.Check,
        AnnotationRules.Check,
        EmptyRule.Check,
    ];

    public static void Check(JsonValue root, InjectionBlock injection, string annotationPrefix, Findings findings)
    {
        TemplateFields template = new(root, injection, annotationPrefix);
        foreach (Action<TemplateFields, Findings> rule in Rules)
        {
            if (!findings.IsFull)
            {
                rule(template, findings);
            }
        }
    }
}
