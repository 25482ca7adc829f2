using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>No process gains more rights than its parent has.</summary>
internal static class PrivilegeEscalationCheck
{
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty container in pod.Containers)
        {
            Field escalation = container.Context["allowPrivilegeEscalation"];
            if (escalation.Value.Kind != JsonKind.False)
            {
                judgement.Forbid(
                    escalation, "allowPrivilegeEscalation != false", $"{container.Subject} must set securityContext.allowPrivilegeEscalation=false");
            }
        }
    }
}
