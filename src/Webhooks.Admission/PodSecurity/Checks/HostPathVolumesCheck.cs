using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>No folder of the node is mounted.</summary>
internal static class HostPathVolumesCheck
{
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (Field volume in pod.Root["volumes"].Items())
        {
            if (volume["hostPath"] is { IsSet: true } hostPath)
            {
                judgement.Forbid(
                    hostPath, "hostPath volumes", $"volume {PodFragment.Quote(volume["name"].Text)}", "take another kind of volume, such as emptyDir");
            }
        }
    }
}
