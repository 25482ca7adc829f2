using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Security contexts don't contradict themselves: IDs, privilege, profiles, kernel parameters.</summary>
internal static class SecurityRules
{
    public static void Judge(JudgedPod pod)
    {
        JsonElement context = pod.Spec.Get("securityContext");
        JudgeCommon(pod, context, "pod");
        pod.Forbid(!IsId(context.Number("fsGroup")) || context.List("supplementalGroups").Any(group => !IsId(group.AsNumber())), "pod: groups");
        pod.Forbid(context.Has("fsGroupChangePolicy") && context.Text("fsGroupChangePolicy") is not ("Always" or "OnRootMismatch"), "pod: fsGroupChangePolicy");
        pod.Forbid(context.Has("supplementalGroupsPolicy") && context.Text("supplementalGroupsPolicy") is not ("Merge" or "Strict"), "pod: supplementalGroupsPolicy");
        pod.Unique("sysctl", context.List("sysctls").Select(sysctl => sysctl.Text("name")));
        foreach (string name in context.List("sysctls").Select(sysctl => sysctl.Text("name")))
        {
            pod.Forbid(name.Length == 0 || name.Any(next => !char.IsAsciiLetterLower(next) && !char.IsAsciiDigit(next) && next is not ('.' or '/' or '-' or '_')), $"sysctl {name}");
            pod.Forbid(pod.IsHostNetwork && (name.StartsWith("net.", StringComparison.Ordinal) || name.StartsWith("net/", StringComparison.Ordinal)), $"sysctl {name} on the node's network");
        }

        pod.Forbid(pod.Spec.IsTrue("shareProcessNamespace") && pod.Spec.IsTrue("hostPID"), "shareProcessNamespace with hostPID");
        foreach (JudgedContainer one in pod.Containers)
        {
            JudgeCommon(pod, one.Security, one.Name);
            pod.Forbid(one.Security.IsFalse("allowPrivilegeEscalation") && one.Security.IsTrue("privileged"), $"{one.Name}: privileged without escalation");
            pod.Forbid(
                one.Security.IsFalse("allowPrivilegeEscalation") && one.Security.Get("capabilities").List("add").Any(capability => capability.AsText() == "CAP_SYS_ADMIN"),
                $"{one.Name}: CAP_SYS_ADMIN without escalation");
            pod.Forbid(one.Security.Has("procMount") && one.Security.Text("procMount") is not ("Default" or "Unmasked"), $"{one.Name}: procMount");
            pod.Forbid(one.Security.Text("procMount") == "Unmasked" && !pod.Spec.IsFalse("hostUsers"), $"{one.Name}: Unmasked with the host's users");
        }
    }

    private static void JudgeCommon(JudgedPod pod, JsonElement context, string what)
    {
        pod.Forbid(!IsId(context.Number("runAsUser")) || !IsId(context.Number("runAsGroup")), $"{what}: IDs");
        foreach (string name in (string[])["seccompProfile", "appArmorProfile"])
        {
            JsonElement profile = context.Get(name);
            pod.Forbid(context.Has(name) && profile.Text("type") is not ("Localhost" or "RuntimeDefault" or "Unconfined"), $"{what}: {name}");
            pod.Forbid(context.Has(name) && profile.Has("localhostProfile") != (profile.Text("type") == "Localhost"), $"{what}: {name} on the host");
            pod.Forbid(name == "seccompProfile" && !Syntax.StaysBelow(profile.Text("localhostProfile")), $"{what}: {name} path");
        }
    }

    private static bool IsId(long id) => id is >= 0 and <= int.MaxValue;
}
