using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>
/// What kube-apiserver's validation refuses in a pod, as far as a template could bring it about; read with
/// System.Text.Json and rules of its own, so that it can't share a misreading with what it judges.
/// </summary>
/// <remarks>Source: pkg/apis/core/validation of Kubernetes 1.36. Ports that meet side by side it lets pass; the design does not.</remarks>
internal static class PodRules
{
    private static readonly Action<JudgedPod>[] Groups =
    [
        SchemaRules.Judge,
        ContainerRules.Judge,
        PortRules.Judge,
        EnvironmentRules.Judge,
        MountRules.Judge,
        VolumeRules.Judge,
        ProjectionRules.Judge,
        ProbeRules.Judge,
        ResourceRules.Judge,
        SecurityRules.Judge,
        SystemRules.Judge,
        PlacementRules.Judge,
        NetworkRules.Judge,
        MetadataRules.Judge,
    ];

    /// <summary>What is wrong with an object's pod, in words; none when it is fine.</summary>
    /// <param name="workload">The object, as JSON.</param>
    /// <param name="pathOfPod">The names on the way to its pod template.</param>
    public static IReadOnlyList<string> Violations(string workload, params ReadOnlySpan<string> pathOfPod)
    {
        using JsonDocument document = JsonDocument.Parse(workload);
        JudgedPod pod = new(document.RootElement, pathOfPod);
        foreach (Action<JudgedPod> group in Groups)
        {
            group(pod);
        }

        return pod.Violations;
    }
}
