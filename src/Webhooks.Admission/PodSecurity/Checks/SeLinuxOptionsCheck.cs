using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>SELinux types are those of containers; user and role are the runtime's choice.</summary>
internal static class SeLinuxOptionsCheck
{
    private static readonly string[] Types = ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty party in pod.Parties)
        {
            Field options = party.Context["seLinuxOptions"];
            if (!Types.Contains(options["type"].Text))
            {
                Forbid(party, options["type"], $"type {PodFragment.Quote(options["type"].Text)}", judgement);
            }

            foreach (string name in (string[])["user", "role"])
            {
                if (options[name].Text.Length > 0)
                {
                    Forbid(party, options[name], $"{name} may not be set", judgement);
                }
            }
        }
    }

    private static void Forbid(PodParty party, Field field, string what, Judgement judgement) =>
        judgement.Forbid(field, "seLinuxOptions", $"{party.Subject} set forbidden securityContext.seLinuxOptions: {what}");
}
