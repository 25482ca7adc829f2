using Webhooks.Resources.Json;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Kubelet refuses to start a container as root.</summary>
internal static class RunAsNonRootCheck
{
    private const string Name = "runAsNonRoot";
    private const string Reason = "runAsNonRoot != true";

    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty party in pod.Parties)
        {
            if (party.Context[Name] is { Value.Kind: JsonKind.False } field)
            {
                judgement.Forbid(field, Reason, $"{party.Subject} must not set securityContext.runAsNonRoot=false");
            }
        }

        foreach (PodParty container in Inheritance.Unset(pod, Name))
        {
            judgement.Forbid(
                container.Context[Name], Reason, $"pod or {container.Subject} must set securityContext.runAsNonRoot=true", Inheritance.Remedy);
        }
    }
}
