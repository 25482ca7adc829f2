namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Nobody is root on the node.</summary>
internal static class PrivilegedCheck
{
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty container in pod.Containers)
        {
            if (container.Context["privileged"] is { IsTrue: true } privileged)
            {
                judgement.Forbid(privileged, "privileged", $"{container.Subject} must not set securityContext.privileged=true");
            }
        }
    }
}
