using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the plugin TaintNodesByCondition does with new Nodes.</summary>
internal static class NodePreparation
{
    private const string NotReady = "node.kubernetes.io/not-ready";

    /// <summary>Not ready until a kubelet says so.</summary>
    public static void OnCreate(JsonDraft node)
    {
        JsonDraft spec = node.Child("spec");
        if (spec.List("taints").Any(taint => taint.Text("key") == NotReady && taint.Text("effect") == "NoSchedule"))
        {
            return;
        }

        spec.ChildList("taints").Add(Drafts.Json($$"""{"key":"{{NotReady}}","effect":"NoSchedule"}"""));
    }
}
