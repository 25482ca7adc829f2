using Webhooks.Resources.Json;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;
using Webhooks.Sandbox.Workloads.Events;

namespace Webhooks.Sandbox.Workloads;

/// <summary>Plays the Deployment controller: a ReplicaSet for each template, pods moved from the old to the newest. Keys are those of Deployments.</summary>
/// <remarks>As <c>pkg/controller/deployment</c>, one step at a time: what a step writes brings the Deployment here again.</remarks>
internal sealed class DeploymentController(Cluster cluster, ObjectWrites writes, EventRecorder events)
    : OwnerController(cluster, writes, BuiltIn.Deployments, BuiltIn.ReplicaSets)
{
    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        base.Observe(change);
        if (change.Resource == BuiltIn.Pods
            && change.Change.Kind == ChangeKind.Deleted
            && Owning.ControllerOf(change.Change.Object, Owned.Kind) is { } set
            && Cluster.Store.Find(BuiltIn.ReplicaSets, set) is { } owner
            && Owning.ControllerOf(owner, Resource.Kind) is { } deployment)
        {
            // One that is recreated waits for the last pod to be gone, which no ReplicaSet tells.
            Queue.Add(deployment);
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(StoredObject stored, JsonValue owner)
    {
        ReplicaSetView[] all = [.. ControlledBy(stored, owner).Select(item => new ReplicaSetView(item.Stored, item.Value))];
        ReplicaSetView? newest = all.FirstOrDefault(set => PodTemplates.AreSame(set.Value["spec"u8]["template"u8], owner["spec"u8]["template"u8]));
        ReplicaSetView[] old = [.. all.Where(set => set != newest)];
        if (owner["spec"u8]["paused"u8].Kind == JsonKind.True)
        {
            await Resize(owner, all);
        }
        else if (await Proceed(stored, owner, newest, old))
        {
            return true;
        }

        await Report(stored, owner, newest, all);
        return true;
    }

    /// <summary>Takes a step.</summary>
    /// <returns>Whether there was one to take.</returns>
    private async Task<bool> Proceed(StoredObject stored, JsonValue deployment, ReplicaSetView? newest, ReplicaSetView[] old)
    {
        RolloutLimits limits = RolloutLimits.Read(deployment["spec"u8]);
        long revision = old.Select(set => set.Revision).DefaultIfEmpty().Max() + 1;
        if (limits.IsRecreate && old.Any(set => set.Replicas > 0 || set.CurrentReplicas > 0 || HasPods(set)))
        {
            return await Scale(deployment, old.Where(set => set.Replicas > 0).Select(set => (set, 0L)));
        }

        if (newest == null)
        {
            await Create(stored, deployment, revision, RolloutPlan.NewReplicas(limits, 0, old.Sum(set => set.Replicas)));
            return true;
        }

        IReadOnlyDictionary<string, string> annotations = RevisionAnnotations.Of(deployment, newest.Value["metadata"u8]["annotations"u8], revision);
        if (annotations.Count > 0)
        {
            JsonDraft patch = JsonDraft.EmptyObject();
            RevisionAnnotations.Put(patch, annotations);
            await Writes.Patch(Owned, newest.Stored, patch);
            return true;
        }

        string number = newest.Value["metadata"u8]["annotations"u8][ReplicaSetView.RevisionAnnotation].GetString();
        if (deployment["metadata"u8]["annotations"u8][ReplicaSetView.RevisionAnnotation].AsString() != number)
        {
            JsonDraft patch = JsonDraft.EmptyObject();
            RevisionAnnotations.Put(patch, new Dictionary<string, string> { [ReplicaSetView.RevisionAnnotation] = number });
            await Writes.Patch(Resource, stored, patch);
            return true;
        }

        return await Scale(deployment, RolloutPlan.Next(limits, newest, old));
    }

    /// <summary>A paused Deployment still has as many pods as it is to have.</summary>
    private async Task Resize(JsonValue deployment, ReplicaSetView[] all)
    {
        long replicas = Numbers.Of(deployment["spec"u8]["replicas"u8]);
        ReplicaSetView[] active = [.. all.Where(set => set.Replicas > 0)];
        if ((active.Length == 1 ? active[0] : active.Length == 0 ? all.LastOrDefault() : null) is { } only && only.Replicas != replicas)
        {
            await Scale(deployment, [(only, replicas)]);
        }
    }

    private async Task<bool> Scale(JsonValue deployment, IEnumerable<(ReplicaSetView Set, long Replicas)> plan)
    {
        bool did = false;
        foreach ((ReplicaSetView set, long replicas) in plan)
        {
            JsonDraft patch = JsonDraft.EmptyObject();
            patch.Child("spec").SetNumber("replicas", replicas);
            await Writes.Patch(Owned, set.Stored, patch);
            await TellScaled(deployment, set.Stored.Name, set.Replicas, replicas);
            did = true;
        }

        return did;
    }

    private async Task TellScaled(JsonValue deployment, string set, long from, long to)
    {
        if (from != to)
        {
            string way = from < to ? "up" : "down";
            await events.Record(new Occurrence(
                "deployment-controller", Resource, deployment, "ScalingReplicaSet", $"Scaled {way} replica set {set} from {from} to {to}"));
        }
    }

    private async Task Create(StoredObject stored, JsonValue deployment, long revision, long replicas)
    {
        JsonValue status = deployment["status"u8];
        long collisions = Numbers.Of(status["collisionCount"u8]);
        string hash = PodTemplates.Hash(deployment["spec"u8]["template"u8], collisions);
        string name = stored.Name + "-" + hash;
        if (Cluster.Store.Find(BuiltIn.ReplicaSets, StoredObject.KeyOf(stored.Namespace, name)) != null)
        {
            // Somebody else's: another hash next time.
            JsonDraft counted = status.IsAbsent ? JsonDraft.EmptyObject() : new(status);
            counted.SetNumber("collisionCount", collisions + 1);
            await WriteStatus(stored, deployment, counted.Freeze(JsonPolicy.Server));
            return;
        }

        JsonDraft made = NewReplicaSet.Of(deployment, name, hash, replicas);
        Owning.SetController(made, Resource, deployment);
        RevisionAnnotations.Put(made, RevisionAnnotations.Of(deployment, default, revision));
        await Writes.Create(Owned, stored.Namespace, made);
        await TellScaled(deployment, name, 0, replicas);
        JsonDraft draft = status.IsAbsent ? JsonDraft.EmptyObject() : new(status);
        IReadOnlyList<JsonValue> conditions = RolloutConditions.With(
            [.. status["conditions"u8].Items()], "Progressing", "True", "NewReplicaSetCreated", $"Created new replica set \"{name}\"", Cluster.Time.GetUtcNow());
        await WriteStatus(stored, deployment, WorkloadStatus.WithConditions(draft, conditions));
    }

    /// <summary>Writes the status, and forgets the oldest revisions once all is as it is to be.</summary>
    private async Task Report(StoredObject stored, JsonValue deployment, ReplicaSetView? newest, ReplicaSetView[] all)
    {
        JsonValue status = DeploymentStatus.Of(deployment, newest, all, Cluster.Time.GetUtcNow());
        JsonValue old = deployment["status"u8];
        if (old.IsAbsent || !JsonEquality.AreEqual(status, old))
        {
            await WriteStatus(stored, deployment, status);
            return;
        }

        if (DeploymentStatus.Deadline(deployment, status) is { } deadline)
        {
            Queue.AddAt(stored.Key, deadline);
        }

        if (DeploymentStatus.IsComplete(deployment, status))
        {
            foreach (ReplicaSetView set in RevisionHistory.Surplus(deployment, all.Where(set => set != newest)))
            {
                await Writes.Delete(Owned, set.Stored);
            }
        }
    }

    private bool HasPods(ReplicaSetView set) =>
        Owning.ControlledBy(Cluster, BuiltIn.Pods, set.Stored.Namespace, set.Value["metadata"u8]["uid"u8].GetString()).Any();
}
