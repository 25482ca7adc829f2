using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of Nodes: what can be allocated is what is there; <c>podCIDR</c> and the first of <c>podCIDRs</c> are one.</summary>
internal static class NodeDefaults
{
    /// <summary>Fills a Node.</summary>
    public static void Fill(JsonDraft node)
    {
        JsonDraft spec = node.Child("spec");
        if (spec.Text("podCIDR") is { Length: > 0 } range && (spec.List("podCIDRs") is not [var first, ..] || first.Source.AsString() != range))
        {
            spec.SetJson("podCIDRs", $"[{JsonText.Quote(range)}]");
        }
        else if (spec.Lacks("podCIDR") && spec.List("podCIDRs") is [var only, ..])
        {
            spec.SetValue("podCIDR", only.Freeze());
        }

        JsonDraft status = node.Child("status");
        if (status.Lacks("allocatable") && status.Find("capacity") is { Kind: JsonKind.Object } capacity)
        {
            status.SetJson("allocatable", capacity.Freeze(JsonPolicy.Server).ToString());
        }
    }
}
