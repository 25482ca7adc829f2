using Webhooks.Resources.Json;
using Webhooks.Sandbox.Defaulting;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the server does with Pods that are created, the plugins Priority and DefaultTolerationSeconds included.</summary>
internal static class PodPreparation
{
    /// <summary>Without a node, waiting, with the class that its resources make.</summary>
    public static void OnCreate(JsonDraft pod)
    {
        JsonDraft spec = pod.Child("spec");
        Tolerate(spec);
        spec.Default("priority", "0");
        spec.DefaultText("preemptionPolicy", "PreemptLowerPriority");
        JsonDraft status = JsonDraft.EmptyObject();
        status.SetText("phase", "Pending");
        status.SetText("qosClass", PodQuality.Of(spec));
        pod.Set("status", status);
    }

    /// <summary>What an update doesn't say of priority stays.</summary>
    public static void OnUpdate(JsonDraft pod, JsonValue old)
    {
        JsonDraft spec = pod.Child("spec");
        Tolerate(spec);
        foreach (string member in new[] { "priority", "preemptionPolicy" })
        {
            if (spec.Lacks(member) && !old["spec"u8][member].IsAbsent)
            {
                spec.SetValue(member, old["spec"u8][member]);
            }
        }
    }

    /// <summary>Five minutes on a node that is not ready or out of reach, unless the pod says how long.</summary>
    private static void Tolerate(JsonDraft spec)
    {
        foreach (string taint in new[] { "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable" })
        {
            if (!spec.List("tolerations").Any(toleration => Covers(toleration, taint)))
            {
                spec.ChildList("tolerations").Add(Drafts.Json(
                    $$"""{"key":"{{taint}}","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}"""));
            }
        }
    }

    private static bool Covers(JsonDraft toleration, string taint) =>
        (toleration.Text("key").Length == 0 || toleration.Text("key") == taint)
        && (toleration.Text("effect") is "" or "NoExecute");
}
