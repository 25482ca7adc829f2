using Webhooks.Admission.PodSecurity.Checks;
using Webhooks.Resources.Json;
using static Webhooks.Admission.PodSecurity.PodSecurityExemption;
using static Webhooks.Admission.PodSecurity.PodSecurityLevel;

namespace Webhooks.Admission.PodSecurity;

/// <summary>The checks of the Pod Security Standards as Kubernetes 1.36 has them at version <c>latest</c>.</summary>
/// <remarks>
/// Source: k8s.io/pod-security-admission/policy. It judges whole pods and names all containers in one message; this
/// judges parts of pods, says each thing by itself and where it stands.
/// </remarks>
public static class PodSecurityCatalog
{
    /// <summary>Those of baseline first.</summary>
    internal static IReadOnlyList<PodSecurityCheck> Checks { get; } =
    [
        new("privileged", Baseline, PrivilegedCheck.Judge),
        new("hostNamespaces", Baseline, HostNamespacesCheck.Judge),
        new("hostPorts", Baseline, HostPortsCheck.Judge),
        new("hostPathVolumes", Baseline, HostPathVolumesCheck.Judge),
        new("hostProbesAndHostLifecycle", Baseline, HostProbesCheck.Judge),
        new("capabilities_baseline", Baseline, CapabilitiesCheck.JudgeBaseline),
        new("appArmorProfile", Baseline, AppArmorProfileCheck.Judge),
        new("seLinuxOptions", Baseline, SeLinuxOptionsCheck.Judge),
        new("procMount", Baseline, ProcMountCheck.Judge, UserNamespaces),
        new("seccompProfile_baseline", Baseline, SeccompProfileCheck.JudgeBaseline),
        new("sysctls", Baseline, SysctlsCheck.Judge),
        new("windowsHostProcess", Baseline, WindowsHostProcessCheck.Judge),
        new("allowPrivilegeEscalation", Restricted, PrivilegeEscalationCheck.Judge, Windows),
        new("capabilities_restricted", Restricted, CapabilitiesCheck.JudgeRestricted, Windows, Overrides: "capabilities_baseline"),
        new("procMount_restricted", Restricted, ProcMountCheck.Judge, Overrides: "procMount"),
        new("restrictedVolumes", Restricted, RestrictedVolumesCheck.Judge, Overrides: "hostPathVolumes"),
        new("runAsNonRoot", Restricted, RunAsNonRootCheck.Judge, UserNamespaces),
        new("runAsUser", Restricted, RunAsUserCheck.Judge, UserNamespaces),
        new("seccompProfile_restricted", Restricted, SeccompProfileCheck.JudgeRestricted, Windows, Overrides: "seccompProfile_baseline"),
    ];

    /// <summary>Finds what breaks the standards in a part of a pod: what it leaves unset counts as unset.</summary>
    /// <param name="fields">PodSpec fields with <c>metadata</c> beside them, as a template has them; a container named <c>*</c> does not run.</param>
    /// <param name="level">The level to hold it against; restricted includes baseline.</param>
    /// <param name="isWindows">True for what only pods of Windows get, though <c>os</c> does not say so.</param>
    /// <returns>In the order of the catalog, and by place in each check. What two levels forbid is found once, at the lower.</returns>
    public static IReadOnlyList<PodSecurityFinding> Evaluate(JsonValue fields, PodSecurityLevel level, bool isWindows = false)
    {
        PodFragment pod = new(fields, isWindows);
        List<PodSecurityFinding> findings = [];
        foreach (PodSecurityCheck check in Checks)
        {
            if (check.Level <= level && !pod.Is(check.Exempt))
            {
                check.Judge(pod, new Judgement(check, findings));
            }
        }

        return findings;
    }
}
