namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>What <c>/proc</c> hides stays hidden.</summary>
internal static class ProcMountCheck
{
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty container in pod.Containers)
        {
            if (container.Context["procMount"] is { IsSet: true, Text: not "Default" } procMount)
            {
                judgement.Forbid(
                    procMount, "procMount", $"{container.Subject} must not set securityContext.procMount to {PodFragment.Quote(procMount.Text)}");
            }
        }
    }
}
