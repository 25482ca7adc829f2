using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Variables have names, and a value or one source of it.</summary>
internal static class EnvironmentRules
{
    private static readonly string[] Sources = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"];
    private static readonly string[] Fields =
        ["metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"];

    public static void Judge(JudgedPod pod)
    {
        foreach (JudgedContainer one in pod.Containers)
        {
            foreach (JsonElement variable in one.Json.List("env"))
            {
                string what = $"{one.Name}: env {variable.Text("name")}";
                pod.Forbid(!Syntax.IsVariable(variable.Text("name")), what);
                if (variable.Has("valueFrom"))
                {
                    JudgeSource(pod, variable.Get("valueFrom"), variable.Text("value").Length > 0, what);
                }
            }

            foreach (JsonElement from in one.Json.List("envFrom"))
            {
                pod.Forbid(from.Text("prefix").Length > 0 && !Syntax.IsVariable(from.Text("prefix")), $"{one.Name}: envFrom prefix");
                pod.Forbid(from.Has("configMapRef") == from.Has("secretRef"), $"{one.Name}: envFrom source");
                pod.Forbid(from.Has("configMapRef") && from.Get("configMapRef").Text("name").Length == 0, $"{one.Name}: envFrom configMapRef");
                pod.Forbid(from.Has("secretRef") && from.Get("secretRef").Text("name").Length == 0, $"{one.Name}: envFrom secretRef");
            }
        }
    }

    /// <summary>A field of the pod: of <paramref name="plain"/>, or a label or annotation by key.</summary>
    public static bool IsField(JsonElement reference, string[] plain)
    {
        string path = reference.Text("fieldPath");
        bool isKeyed = path.EndsWith("']", StringComparison.Ordinal)
            && (path.StartsWith("metadata.labels['", StringComparison.Ordinal) || path.StartsWith("metadata.annotations['", StringComparison.Ordinal));
        string key = isKeyed ? path[(path.IndexOf('\'', StringComparison.Ordinal) + 1)..^2] : "";
        return reference.Text("apiVersion") is "" or "v1"
            && (isKeyed ? Syntax.IsQualifiedName(path.StartsWith("metadata.a", StringComparison.Ordinal) ? key.ToLowerInvariant() : key) : plain.Contains(path));
    }

    private static void JudgeSource(JudgedPod pod, JsonElement from, bool hasValue, string what)
    {
        pod.Forbid(from.Standing(Sources).Count() != 1 || hasValue, $"{what}: not one source");
        pod.Forbid(from.Has("fieldRef") && !IsField(from.Get("fieldRef"), Fields), $"{what}: fieldRef");
        pod.Forbid(from.Has("resourceFieldRef") && !ResourceRules.IsReference(from.Get("resourceFieldRef")), $"{what}: resourceFieldRef");
        foreach (JsonElement key in new[] { from.Get("configMapKeyRef"), from.Get("secretKeyRef") }.Where(key => key.ValueKind == JsonValueKind.Object))
        {
            pod.Forbid(!Syntax.IsDnsName(key.Text("name")) || key.Text("key").Length == 0, $"{what}: key");
        }

        if (from.Get("fileKeyRef") is { ValueKind: JsonValueKind.Object } file)
        {
            pod.Forbid(!Syntax.IsVariable(file.Text("key")), $"{what}: fileKeyRef key");
            pod.Forbid(file.Text("path").Length == 0 || !Syntax.StaysBelow(file.Text("path")), $"{what}: fileKeyRef path");
            pod.Forbid(pod.Volumes.GetValueOrDefault(file.Text("volumeName")) != "emptyDir", $"{what}: fileKeyRef volume");
        }
    }
}
