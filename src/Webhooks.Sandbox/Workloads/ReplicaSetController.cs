using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Workloads;

/// <summary>Plays the ReplicaSet controller: makes and deletes pods, and counts them. Keys are those of ReplicaSets.</summary>
/// <remarks>As <c>pkg/controller/replicaset</c>.</remarks>
internal sealed class ReplicaSetController(Cluster cluster, ObjectWrites writes) : Controller(cluster.Time)
{
    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        if (change.Resource == BuiltIn.ReplicaSets)
        {
            Queue.Add(change.Change.Object.Key);
        }
        else if (change.Resource == BuiltIn.Pods && Owning.ControllerOf(change.Change.Object, "ReplicaSet") is { } key)
        {
            Queue.Add(key);
        }
        else if (change.Resource == BuiltIn.Pods && Owning.IsOrphan(change.Change.Object))
        {
            foreach (StoredObject candidate in cluster.Store.List(BuiltIn.ReplicaSets, change.Change.Object.Namespace + "/").Objects)
            {
                Queue.Add(candidate.Key);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        ApiResource resource = cluster.Get(BuiltIn.ReplicaSets);
        if (cluster.Store.Find(BuiltIn.ReplicaSets, key) is not { } stored)
        {
            return true;
        }

        JsonValue set = stored.Read(resource.Gvk);
        if (!set["metadata"u8]["deletionTimestamp"u8].IsAbsent)
        {
            return true;
        }

        if (await Owning.Adopt(cluster, writes, BuiltIn.Pods, resource, set))
        {
            return true;
        }

        StatusException? failure = null;
        try
        {
            await Adjust(resource, set, PodsOf(stored, set));
        }
        catch (StatusException refused) when (refused.Status.Code != 409)
        {
            failure = refused.IsForEndingNamespace ? null : refused;
        }

        await Report(resource, stored, set, PodsOf(stored, set), failure);
        return failure == null;
    }

    private PodView[] PodsOf(StoredObject stored, JsonValue set) =>
    [
        .. Owning.ControlledBy(cluster, BuiltIn.Pods, stored.Namespace, set["metadata"u8]["uid"u8].GetString())
            .Select(item => new PodView(item.Stored, item.Value))
            .Where(pod => pod.IsActive),
    ];

    private async Task Adjust(ApiResource resource, JsonValue set, PodView[] pods)
    {
        long replicas = ReplicaSetView.Number(set["spec"u8]["replicas"u8]);
        ApiResource kind = cluster.Get(BuiltIn.Pods);
        for (long missing = replicas - pods.Length; missing > 0; missing--)
        {
            await writes.Create(kind, set["metadata"u8]["namespace"u8].GetString(), PodOf(resource, set));
        }

        // Those first that serve least, then the youngest.
        foreach (PodView pod in pods.Reverse().OrderBy(pod => pod.IsBound).ThenBy(pod => pod.ReadySince != null).Take((int)Math.Max(0, pods.Length - replicas)))
        {
            await writes.Delete(kind, pod.Stored);
        }
    }

    private static JsonDraft PodOf(ApiResource resource, JsonValue set)
    {
        JsonValue template = set["spec"u8]["template"u8];
        JsonDraft pod = JsonDraft.EmptyObject();
        JsonDraft metadata = pod.Section("metadata");
        metadata.Set("generateName", Drafts.Text(set["metadata"u8]["name"u8].GetString() + "-"));
        foreach (string member in new[] { "labels", "annotations", "finalizers" })
        {
            if (template["metadata"u8][member] is { IsAbsent: false } value)
            {
                metadata.Set(member, new JsonDraft(value));
            }
        }

        Owning.SetController(pod, resource, set);
        pod.Set("spec", new JsonDraft(template["spec"u8]));
        return pod;
    }

    private async Task Report(ApiResource resource, StoredObject stored, JsonValue set, PodView[] pods, StatusException? failure)
    {
        DateTimeOffset now = cluster.Time.GetUtcNow();
        TimeSpan patience = TimeSpan.FromSeconds(ReplicaSetView.Number(set["spec"u8]["minReadySeconds"u8]));
        DateTimeOffset[] ready = [.. pods.Select(pod => pod.ReadySince).OfType<DateTimeOffset>().Select(since => since + patience)];
        JsonValue labels = set["spec"u8]["template"u8]["metadata"u8]["labels"u8];
        JsonDraft status = JsonDraft.EmptyObject();
        status.Set("replicas", Drafts.Number(pods.Length));
        Set("fullyLabeledReplicas", pods.Count(pod => labels.Members().All(label => pod.Value["metadata"u8]["labels"u8][label.Key].AsString() == label.Value.AsString())));
        Set("readyReplicas", ready.Length);
        Set("availableReplicas", ready.Count(due => due <= now));
        Set("observedGeneration", ReplicaSetView.Number(set["metadata"u8]["generation"u8]));
        JsonValue next = DeploymentStatus.WithConditions(status, Failure(set, failure, now));
        if (!JsonEquality.AreEqual(next, set["status"u8]))
        {
            JsonDraft draft = new(set);
            draft.Set("status", new JsonDraft(next));
            await writes.Update(resource, stored, draft, "status");
        }

        foreach (DateTimeOffset due in ready.Where(due => due > now))
        {
            Queue.AddAt(stored.Key, due);
        }

        void Set(string member, long number)
        {
            if (number != 0)
            {
                status.Set(member, Drafts.Number(number));
            }
        }
    }

    /// <summary>The condition that says why pods are missing: what was wrong first, as each try names another pod.</summary>
    private static IEnumerable<JsonValue> Failure(JsonValue set, StatusException? failure, DateTimeOffset now)
    {
        if (failure == null)
        {
            return [];
        }

        JsonValue known = RolloutConditions.Find(set["status"u8], "ReplicaFailure");
        if (!known.IsMissing)
        {
            return [known];
        }

        JsonDraft condition = Drafts.Json("""{"type":"ReplicaFailure","status":"True"}""");
        condition.Set("lastTransitionTime", Drafts.Text(GoTime.Write(now)));
        condition.Set("reason", Drafts.Text("FailedCreate"));
        condition.Set("message", Drafts.Text(failure.Message));
        return [condition.Freeze(JsonPolicy.Server)];
    }
}
