using Webhooks.Resources.Json;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Nobody asks to be root.</summary>
internal static class RunAsUserCheck
{
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty party in pod.Parties)
        {
            if (party.Context["runAsUser"] is { Value.Kind: JsonKind.Number, Number: 0 } user)
            {
                judgement.Forbid(user, "runAsUser=0", $"{party.Subject} must not set runAsUser=0");
            }
        }
    }
}
