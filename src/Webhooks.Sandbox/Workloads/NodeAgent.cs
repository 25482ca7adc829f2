using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;
using Webhooks.Sandbox.Workloads.Events;

namespace Webhooks.Sandbox.Workloads;

/// <summary>
/// Plays a scheduler and a node with its kubelet: pods are bound to it unless it is cordoned, run at once, and end as soon as
/// they are deleted. Keys are those of pods; the empty one is the node.
/// </summary>
internal sealed class NodeAgent : Controller
{
    /// <summary>The node's name.</summary>
    public const string Node = "sandbox";

    /// <summary>The node's address.</summary>
    public const string Address = "192.0.2.1";

    private readonly Cluster _cluster;
    private readonly ObjectWrites _writes;
    private readonly EventRecorder _events;
    private int _started;

    /// <summary>The agent of a cluster, which makes its node first.</summary>
    public NodeAgent(Cluster cluster, ObjectWrites writes, EventRecorder events)
        : base(cluster.Time)
    {
        _cluster = cluster;
        _writes = writes;
        _events = events;
        Queue.Add("");
    }

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        if (change.Resource == BuiltIn.Pods && change.Change.Kind != ChangeKind.Deleted)
        {
            Queue.Add(change.Change.Object.Key);
        }
        else if (change.Resource == BuiltIn.Nodes && change.Change.Object.Name == Node)
        {
            // It may take now what it did not.
            foreach (StoredObject pod in _cluster.Store.List(BuiltIn.Pods, "").Objects)
            {
                Queue.Add(pod.Key);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        if (key.Length == 0)
        {
            await MakeNode();
            return true;
        }

        if (_cluster.Store.Find(BuiltIn.Pods, key) is not { } stored)
        {
            return true;
        }

        JsonValue pod = stored.Read();
        JsonValue meta = pod["metadata"u8];
        string node = pod["spec"u8]["nodeName"u8].AsString() ?? "";
        if (!meta["deletionTimestamp"u8].IsAbsent)
        {
            if (node == Node && Numbers.Of(meta["deletionGracePeriodSeconds"u8]) > 0)
            {
                await _writes.Delete(_cluster.Get(BuiltIn.Pods), stored, Drafts.Json("""{"gracePeriodSeconds":0}"""));
                await Tell(PodOccurrences.OfEnd(_cluster.Get(BuiltIn.Pods), pod, Node));
            }
        }
        else if (node.Length == 0)
        {
            await Schedule(stored, pod);
        }
        else if (node == Node && pod["status"u8]["phase"u8].AsString() is "Pending" or "Running")
        {
            await Run(stored, pod);
        }

        return true;
    }

    private async Task Schedule(StoredObject stored, JsonValue pod)
    {
        JsonValue spec = pod["spec"u8];
        if (spec["schedulingGates"u8].Count > 0 || spec["schedulerName"u8].AsString() is not (null or "default-scheduler"))
        {
            return;
        }

        DateTimeOffset now = _cluster.Time.GetUtcNow();
        JsonValue node = _cluster.Store.Find(BuiltIn.Nodes, Node)?.Read() ?? default;
        string? refusal = node.IsMissing ? "no nodes available to schedule pods"
            : node["spec"u8]["unschedulable"u8].Kind == JsonKind.True ? "0/1 nodes are available: 1 node(s) were unschedulable."
            : null;
        JsonDraft draft = new(pod);
        if ((refusal is null ? PodStates.Bind(draft, Node, now) : PodStates.Refuse(draft, refusal, now)) && Store(stored, draft))
        {
            ApiResource resource = _cluster.Get(BuiltIn.Pods);
            await (refusal is null
                ? _events.Record(PodOccurrences.OfBinding(resource, pod, Node), "Binding")
                : _events.Record(PodOccurrences.OfRefusal(resource, pod, refusal), "Scheduling"));
        }
    }

    private async Task Run(StoredObject stored, JsonValue pod)
    {
        int number = pod["status"u8]["podIP"u8].IsAbsent ? ++_started : 0;
        JsonDraft draft = new(pod);
        if (PodStates.Run(draft, $"10.244.{(number / 254) % 256}.{(number % 254) + 1}", _cluster.Time.GetUtcNow()) && Store(stored, draft) && number > 0)
        {
            await Tell(PodOccurrences.OfStart(_cluster.Get(BuiltIn.Pods), pod, Node));
        }
    }

    private async Task Tell(IEnumerable<Occurrence> occurrences)
    {
        foreach (Occurrence occurrence in occurrences)
        {
            await _events.Record(occurrence);
        }
    }

    /// <summary>Stores a pod as the binding and its status have changed it, if it is still what it was; else its change brings it here again.</summary>
    private bool Store(StoredObject stored, JsonDraft pod) => _cluster.Store.TryReplace(BuiltIn.Pods, stored, StoredObject.Of(pod)) != null;

    private async Task MakeNode()
    {
        if (_cluster.Store.Find(BuiltIn.Nodes, Node) != null)
        {
            return;
        }

        ApiResource resource = _cluster.Get(BuiltIn.Nodes);
        string now = GoTime.Write(_cluster.Time.GetUtcNow());
        await _writes.Create(resource, "", Drafts.Json(
            $$"""
            {"metadata":{"name":"{{Node}}","labels":{"kubernetes.io/hostname":"{{Node}}","kubernetes.io/os":"linux","kubernetes.io/arch":"amd64"} },
            "status":{"addresses":[{"type":"InternalIP","address":"{{Address}}"},{"type":"Hostname","address":"{{Node}}"}],
            "capacity":{"cpu":"8","memory":"32Gi","pods":"110"},"allocatable":{"cpu":"8","memory":"32Gi","pods":"110"},
            "nodeInfo":{"architecture":"amd64","bootID":"","containerRuntimeVersion":"sandbox://1","kernelVersion":"","kubeProxyVersion":"","kubeletVersion":"v1.36.2","machineID":"","operatingSystem":"linux","osImage":"sandbox","systemUUID":""},
            "conditions":[{"type":"Ready","status":"True","lastHeartbeatTime":"{{now}}","lastTransitionTime":"{{now}}","reason":"KubeletReady","message":"kubelet is posting ready status"}]} }
            """));
        StoredObject made = _cluster.Store.Find(BuiltIn.Nodes, Node)!;
        JsonDraft patch = JsonDraft.EmptyObject();
        patch.Child("spec").SetJson("taints", "null");
        await _writes.Patch(resource, made, patch);
    }
}
