namespace Webhooks.Tests.Judging;

/// <summary>Containers have names of their own, over all lists, and images.</summary>
internal static class ContainerRules
{
    private static readonly string[] PullPolicies = ["", "Always", "IfNotPresent", "Never"];
    private static readonly string[] MessagePolicies = ["", "File", "FallbackToLogsOnError"];

    public static void Judge(JudgedPod pod)
    {
        pod.Unique("container", pod.Containers.Select(one => one.Name).Concat(pod.Spec.List("ephemeralContainers").Select(one => one.Text("name"))));
        foreach (JudgedContainer one in pod.Containers)
        {
            pod.Forbid(!Syntax.IsDnsLabel(one.Name), $"container name {one.Name}");
            pod.Forbid(one.Json.Text("image").Length == 0 || one.Json.Text("image") != one.Json.Text("image").Trim(), $"{one.Name}: image");
            pod.Forbid(!PullPolicies.Contains(one.Json.Text("imagePullPolicy")), $"{one.Name}: imagePullPolicy");
            pod.Forbid(!MessagePolicies.Contains(one.Json.Text("terminationMessagePolicy")), $"{one.Name}: terminationMessagePolicy");
            pod.Forbid(one.Json.Has("restartPolicy") && !(one.IsInit && one.Json.Text("restartPolicy") == "Always"), $"{one.Name}: restartPolicy");
            pod.Unique($"{one.Name}: resizePolicy", one.Json.List("resizePolicy").Select(policy => policy.Text("resourceName")));
            foreach (System.Text.Json.JsonElement policy in one.Json.List("resizePolicy"))
            {
                pod.Forbid(policy.Text("resourceName") is not ("cpu" or "memory") || policy.Text("restartPolicy") is not ("NotRequired" or "RestartContainer"), $"{one.Name}: resizePolicy");
            }
        }
    }
}
