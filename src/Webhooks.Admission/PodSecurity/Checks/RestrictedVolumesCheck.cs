using System.Collections.Frozen;
using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Volumes of kinds that belong to the pod's namespace; storage beyond it comes by claim.</summary>
internal static class RestrictedVolumesCheck
{
    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret");

    /// <summary>A volume without a source is an emptyDir by default.</summary>
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (Field volume in pod.Root["volumes"].Items())
        {
            (string Name, Field Key, Field Value)[] sources =
                [.. volume.Members().Where(member => member.Name != "name" && member.Value.IsSet)];
            if (!sources.Any(source => Allowed.Contains(source.Name)) && sources is [(string kind, _, Field value), ..])
            {
                judgement.Forbid(
                    value,
                    "restricted volume types",
                    $"volume {PodFragment.Quote(volume["name"].Text)} uses restricted volume type {PodFragment.Quote(kind)}",
                    "mount a persistentVolumeClaim");
            }
        }
    }
}
