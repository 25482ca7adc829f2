using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Workloads;

/// <summary>What a scheduler and a kubelet write into a pod. Pure; each says whether it changed anything.</summary>
internal static class PodStates
{
    /// <summary>The conditions in the order in which a kubelet writes them; those of others stand behind.</summary>
    private static readonly string[] Order = ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"];

    /// <summary>Binds a pod to a node.</summary>
    public static bool Bind(JsonDraft pod, string node, DateTimeOffset now)
    {
        pod.Section("spec").Set("nodeName", Drafts.Text(node));
        SetCondition(pod, "PodScheduled", true, now);
        return true;
    }

    /// <summary>Says that no node takes it.</summary>
    public static bool Refuse(JsonDraft pod, string message, DateTimeOffset now) =>
        Conditions.Set(pod, "PodScheduled", false, "Unschedulable", message, now);

    /// <summary>Lets a pod run, ready unless it has readiness gates that are not open.</summary>
    /// <param name="pod">The pod; changed.</param>
    /// <param name="address">Its IP address.</param>
    /// <param name="now">The time.</param>
    public static bool Run(JsonDraft pod, string address, DateTimeOffset now)
    {
        JsonDraft status = pod.Section("status");
        bool starts = status.FindSource("phase").AsString() != "Running";
        if (starts)
        {
            Start(pod, status, address, now);
        }

        JsonValue value = pod.Freeze(JsonPolicy.Server);
        bool isReady = value["spec"u8]["readinessGates"u8].Items()
            .All(gate => Conditions.IsTrue(value["status"u8], gate["conditionType"u8].AsString() ?? ""));
        return SetCondition(pod, "Ready", isReady, now) || starts;
    }

    private static void Start(JsonDraft pod, JsonDraft status, string address, DateTimeOffset now)
    {
        status.Set("phase", Drafts.Text("Running"));
        status.Set("hostIP", Drafts.Text(NodeAgent.Address));
        status.Set("hostIPs", Drafts.Json($$"""[{"ip":"{{NodeAgent.Address}}"}]"""));
        status.Set("podIP", Drafts.Text(address));
        status.Set("podIPs", Drafts.Json($$"""[{"ip":"{{address}}"}]"""));
        status.Set("startTime", Drafts.Text(GoTime.Write(now)));
        JsonValue spec = pod.Find("spec")!.Freeze(JsonPolicy.Server);
        if (spec["initContainers"u8].Count > 0)
        {
            status.Set("initContainerStatuses", Containers(spec["initContainers"u8], now, isInit: true));
        }

        status.Set("containerStatuses", Containers(spec["containers"u8], now, isInit: false));
        foreach (string type in new[] { "PodReadyToStartContainers", "Initialized", "ContainersReady" })
        {
            SetCondition(pod, type, true, now);
        }
    }

    private static JsonDraft Containers(JsonValue containers, DateTimeOffset now, bool isInit)
    {
        string time = GoTime.Write(now);
        JsonDraft list = JsonDraft.EmptyArray();
        foreach (JsonValue container in containers.Items())
        {
            bool hasEnded = isInit && !container["restartPolicy"u8].TextEquals("Always"u8);
            JsonDraft status = JsonDraft.EmptyObject();
            status.Set("name", new JsonDraft(container["name"u8]));
            status.Set("state", Drafts.Json(hasEnded
                ? $$"""{"terminated":{"exitCode":0,"reason":"Completed","startedAt":"{{time}}","finishedAt":"{{time}}"} }"""
                : $$"""{"running":{"startedAt":"{{time}}"} }"""));
            status.Set("lastState", JsonDraft.EmptyObject());
            status.Set("ready", Drafts.Json("true"));
            status.Set("restartCount", Drafts.Number(0));
            status.Set("image", container["image"u8].IsAbsent ? Drafts.Text("") : new JsonDraft(container["image"u8]));
            status.Set("imageID", Drafts.Text(""));
            status.Set("started", Drafts.Json(hasEnded ? "false" : "true"));
            list.Insert(list.Count, status);
        }

        return list;
    }

    private static bool SetCondition(JsonDraft pod, string type, bool status, DateTimeOffset now)
    {
        JsonDraft section = pod.Section("status");
        if (section.Find("conditions") is not { Kind: JsonKind.Array } list)
        {
            section.Set("conditions", list = JsonDraft.EmptyArray());
        }

        string text = status ? "True" : "False";
        int index = Enumerable.Range(0, list.Count).FirstOrDefault(at => list.Items[at].Freeze(JsonPolicy.Server)["type"u8].AsString() == type, -1);
        if (index >= 0 && list.Items[index].Freeze(JsonPolicy.Server)["status"u8].AsString() == text)
        {
            return false;
        }

        JsonDraft made = JsonDraft.EmptyObject();
        made.Set("type", Drafts.Text(type));
        made.Set("status", Drafts.Text(text));
        made.Set("lastProbeTime", Drafts.Json("null"));
        made.Set("lastTransitionTime", Drafts.Text(GoTime.Write(now)));
        if (!status)
        {
            made.Set("reason", Drafts.Text("ReadinessGatesNotReady"));
            made.Set("message", Drafts.Text("a readiness gate is not open"));
        }

        if (index < 0)
        {
            int rank = Rank(made);
            list.Insert(Enumerable.Range(0, list.Count).FirstOrDefault(at => Rank(list.Items[at]) > rank, list.Count), made);
        }
        else
        {
            list.SetItem(index, made);
        }

        return true;
    }

    private static int Rank(JsonDraft condition) => Array.IndexOf(Order, condition.FindSource("type").AsString()) is >= 0 and var rank ? rank : Order.Length;
}
