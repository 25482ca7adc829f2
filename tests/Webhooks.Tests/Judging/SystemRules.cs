using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>A pod for one operating system has nothing of the other, and its containers are host processes all or none.</summary>
internal static class SystemRules
{
    private static readonly string[] Linux =
    [
        "appArmorProfile", "fsGroup", "fsGroupChangePolicy", "runAsGroup", "runAsUser", "seLinuxChangePolicy", "seLinuxOptions", "seccompProfile",
        "supplementalGroups", "supplementalGroupsPolicy", "sysctls", "allowPrivilegeEscalation", "capabilities", "privileged", "procMount", "readOnlyRootFilesystem",
    ];

    public static void Judge(JudgedPod pod)
    {
        JsonElement context = pod.Spec.Get("securityContext");
        JsonElement[] contexts = [context, .. pod.Containers.Select(one => one.Security)];
        string os = pod.Spec.Get("os").Text("name");
        pod.Forbid(os == "windows" && (pod.Spec.Has("shareProcessNamespace") || contexts.Any(one => one.Standing(Linux).Any())), "fields of Linux in a pod for Windows");
        pod.Forbid(os == "linux" && contexts.Any(one => one.Has("windowsOptions")), "fields of Windows in a pod for Linux");

        bool ofPod = context.Get("windowsOptions").IsTrue("hostProcess");
        JsonElement[] options = [.. pod.Containers.Select(one => one.Security.Get("windowsOptions"))];
        bool[] isProcess = [.. options.Select(one => one.Has("hostProcess") ? one.IsTrue("hostProcess") : ofPod)];
        pod.Forbid(isProcess.Contains(true) && isProcess.Contains(false), "host processes among others");
        pod.Forbid(context.Get("windowsOptions").Has("hostProcess") && options.Any(one => one.Has("hostProcess") && one.IsTrue("hostProcess") != ofPod), "host process against the pod");
        pod.Forbid(isProcess.Contains(true) && !pod.IsHostNetwork, "host processes off the node's network");
    }
}
