using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Mounts and devices name a volume that suits them, and a place of their own.</summary>
internal static class MountRules
{
    public static void Judge(JudgedPod pod)
    {
        foreach (JudgedContainer one in pod.Containers)
        {
            JsonElement[] mounts = [.. one.Json.List("volumeMounts")];
            JsonElement[] devices = [.. one.Json.List("volumeDevices")];
            foreach (JsonElement mount in mounts)
            {
                JudgeMount(pod, one, mount);
            }

            foreach (JsonElement device in devices)
            {
                string what = $"{one.Name}: device {device.Text("devicePath")}";
                pod.Forbid(pod.Volumes.GetValueOrDefault(device.Text("name")) is not ("persistentVolumeClaim" or "ephemeral"), $"{what} of no claim");
                pod.Forbid(device.Text("devicePath").Length == 0 || device.Text("devicePath").Split('/').Contains(".."), $"{what}: path");
                pod.Forbid(mounts.Any(mount => mount.Text("name") == device.Text("name")), $"{what} is mounted too");
                pod.Forbid(mounts.Any(mount => mount.Text("mountPath") == device.Text("devicePath")), $"{what} is a mount's place");
            }

            pod.Unique($"{one.Name}: mountPath", mounts.Select(mount => mount.Text("mountPath")));
            pod.Unique($"{one.Name}: device", devices.Select(device => device.Text("name")));
            pod.Unique($"{one.Name}: devicePath", devices.Select(device => device.Text("devicePath")));
        }
    }

    private static void JudgeMount(JudgedPod pod, JudgedContainer one, JsonElement mount)
    {
        string what = $"{one.Name}: mount {mount.Text("mountPath")}";
        string? source = pod.Volumes.GetValueOrDefault(mount.Text("name"));
        string propagation = mount.Text("mountPropagation");
        string recursion = mount.Text("recursiveReadOnly");
        pod.Forbid(source == null, $"{what}: no volume {mount.Text("name")}");
        pod.Forbid(mount.Text("mountPath").Length == 0, $"{what}: no path");
        pod.Forbid(!Syntax.StaysBelow(mount.Text("subPath")) || !Syntax.StaysBelow(mount.Text("subPathExpr")), $"{what}: subPath");
        pod.Forbid(mount.Text("subPath").Length > 0 && mount.Text("subPathExpr").Length > 0, $"{what}: subPath and subPathExpr");
        pod.Forbid(source == "image" && mount.Text("subPath").Length + mount.Text("subPathExpr").Length > 0, $"{what}: subPath of an image");
        pod.Forbid(mount.Has("mountPropagation") && propagation is not ("None" or "HostToContainer" or "Bidirectional"), $"{what}: mountPropagation");
        pod.Forbid(propagation == "Bidirectional" && !one.Security.IsTrue("privileged"), $"{what}: Bidirectional without privilege");
        pod.Forbid(mount.Has("recursiveReadOnly") && recursion is not ("Disabled" or "Enabled" or "IfPossible"), $"{what}: recursiveReadOnly");
        pod.Forbid(
            recursion is "Enabled" or "IfPossible" && (!mount.IsTrue("readOnly") || propagation is not ("" or "None")), $"{what}: recursiveReadOnly is not read-only");
    }
}
