using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>The pod rules that a template alone decides: what breaks one breaks every pod that asks for it.</summary>
/// <remarks>Source: pkg/apis/core/validation of Kubernetes. What else a pod decides (its grace period, its OS) is not judged.</remarks>
internal static class TemplateRules
{
    private static readonly Action<TemplateFields, Findings>[] Rules =
    [
        ContainerRules.Check,
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
        SecurityRules.Check,
        WindowsRules.Check,
        VolumeRules.Check,
        VolumeSourceRules.Check,
        VolumeItemRules.Check,
        ProjectedRules.Check,
        EphemeralRules.Check,
        RemoteVolumeRules.Check,
        DiskVolumeRules.Check,
        PullSecretRules.Check,
        LabelRules.Check,
        AnnotationRules.Check,
        EmptyRule.Check,
    ];

    public static void Check(JsonValue root, string annotationPrefix, Findings findings)
    {
        TemplateFields template = new(root, annotationPrefix);
        foreach (Action<TemplateFields, Findings> rule in Rules)
        {
            if (!findings.IsFull)
            {
                rule(template, findings);
            }
        }
    }
}
