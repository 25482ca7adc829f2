using System.Collections.Frozen;
using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Capabilities: none beyond those that a container runtime gives by default; restricted, hardly any of these.</summary>
internal static class CapabilitiesCheck
{
    private const string All = "ALL";

    private static readonly FrozenSet<string> Defaults = FrozenSet.Create(
        StringComparer.Ordinal,
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD",
        "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT");

    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(StringComparer.Ordinal, "NET_BIND_SERVICE");

    public static void JudgeBaseline(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty container in pod.Containers)
        {
            ForbidOthers(container, Defaults, "non-default capabilities", judgement);
        }
    }

    public static void JudgeRestricted(PodFragment pod, Judgement judgement)
    {
        const string reason = "unrestricted capabilities";
        foreach (PodParty container in pod.Containers)
        {
            Field drop = container.Context["capabilities"]["drop"];
            if (!drop.Items().Any(capability => capability.Text == All))
            {
                judgement.Forbid(drop, reason, $"{container.Subject} must set securityContext.capabilities.drop=[\"{All}\"]");
            }

            ForbidOthers(container, Harmless, reason, judgement);
        }
    }

    private static void ForbidOthers(PodParty container, FrozenSet<string> allowed, string reason, Judgement judgement)
    {
        foreach (Field capability in container.Context["capabilities"]["add"].Items())
        {
            if (!allowed.Contains(capability.Text))
            {
                judgement.Forbid(
                    capability,
                    reason,
                    $"{container.Subject} must not include {PodFragment.Quote(capability.Text)} in securityContext.capabilities.add");
            }
        }
    }
}
