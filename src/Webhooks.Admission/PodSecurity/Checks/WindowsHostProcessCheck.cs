namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>No container of Windows is a process of the node.</summary>
internal static class WindowsHostProcessCheck
{
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty party in pod.Parties)
        {
            if (party.Context["windowsOptions"]["hostProcess"] is { IsTrue: true } hostProcess)
            {
                judgement.Forbid(hostProcess, "hostProcess", $"{party.Subject} must not set securityContext.windowsOptions.hostProcess=true");
            }
        }
    }
}
