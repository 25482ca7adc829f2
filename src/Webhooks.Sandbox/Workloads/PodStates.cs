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
        pod.Child("spec").SetText("nodeName", node);
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
        JsonDraft status = pod.Child("status");
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
        status.SetText("phase", "Running");
        status.SetText("hostIP", NodeAgent.Address);
        status.SetJson("hostIPs", $$"""[{"ip":"{{NodeAgent.Address}}"}]""");
        status.SetText("podIP", address);
        status.SetJson("podIPs", $$"""[{"ip":"{{address}}"}]""");
        status.SetText("startTime", GoTime.Write(now));
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
            status.SetValue("name", container["name"u8]);
            status.Set("state", Drafts.Json(hasEnded
                ? $$"""{"terminated":{"exitCode":0,"reason":"Completed","startedAt":"{{time}}","finishedAt":"{{time}}"} }"""
                : $$"""{"running":{"startedAt":"{{time}}"} }"""));
            status.Set("lastState", JsonDraft.EmptyObject());
            status.SetJson("ready", "true");
            status.SetNumber("restartCount", 0);
            status.Set("image", container["image"u8].IsAbsent ? Drafts.Text("") : new JsonDraft(container["image"u8]));
            status.SetText("imageID", "");
            status.SetJson("started", hasEnded ? "false" : "true");
            list.Add(status);
        }

        return list;
    }

    private static bool SetCondition(JsonDraft pod, string type, bool status, DateTimeOffset now)
    {
        JsonDraft list = pod.Child("status").ChildList("conditions");
        string text = status ? "True" : "False";
        int index = Enumerable.Range(0, list.Count).FirstOrDefault(at => list.Items[at].Freeze(JsonPolicy.Server)["type"u8].AsString() == type, -1);
        if (index >= 0 && list.Items[index].Freeze(JsonPolicy.Server)["status"u8].AsString() == text)
        {
            return false;
        }

        JsonDraft made = JsonDraft.EmptyObject();
        made.SetText("type", type);
        made.SetText("status", text);
        made.SetJson("lastProbeTime", "null");
        made.SetText("lastTransitionTime", GoTime.Write(now));
        if (!status)
        {
            made.SetText("reason", "ReadinessGatesNotReady");
            made.SetText("message", "a readiness gate is not open");
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
