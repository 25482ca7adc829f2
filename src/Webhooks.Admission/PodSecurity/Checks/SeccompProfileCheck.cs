using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Seccomp is not turned off; restricted, it is turned on.</summary>
internal static class SeccompProfileCheck
{
    private const string Name = "seccompProfile";

    public static void JudgeBaseline(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty party in pod.Parties)
        {
            Field profile = party.Context[Name];
            if (profile.IsSet && profile["type"].Text is not ("RuntimeDefault" or "Localhost"))
            {
                string type = PodFragment.Quote(profile["type"].Text);
                judgement.Forbid(profile["type"], Name, $"{party.Subject} must not set securityContext.seccompProfile.type to {type}");
            }
        }
    }

    public static void JudgeRestricted(PodFragment pod, Judgement judgement)
    {
        JudgeBaseline(pod, judgement);
        foreach (PodParty container in Inheritance.Unset(pod, Name))
        {
            judgement.Forbid(
                container.Context[Name],
                Name,
                $"pod or {container.Subject} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"",
                Inheritance.Remedy);
        }
    }
}
