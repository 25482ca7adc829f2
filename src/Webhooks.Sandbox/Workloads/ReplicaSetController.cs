using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;
using Webhooks.Sandbox.Workloads.Events;

namespace Webhooks.Sandbox.Workloads;

/// <summary>Plays the ReplicaSet controller: makes and deletes pods, and counts them. Keys are those of ReplicaSets.</summary>
/// <remarks>As <c>pkg/controller/replicaset</c>.</remarks>
internal sealed class ReplicaSetController(Cluster cluster, ObjectWrites writes, EventRecorder events)
    : OwnerController(cluster, writes, BuiltIn.ReplicaSets, BuiltIn.Pods)
{
    private const string Component = "replicaset-controller";

    /// <inheritdoc />
    protected override async Task<bool> Sync(StoredObject stored, JsonValue owner)
    {
        StatusException? failure = null;
        try
        {
            await Adjust(owner, PodsOf(stored, owner));
        }
        catch (StatusException refused) when (refused.Status.Code != 409)
        {
            failure = refused.IsForEndingNamespace ? null : refused;
        }

        await Report(stored, owner, PodsOf(stored, owner), failure?.Message);
        return failure == null;
    }

    private PodView[] PodsOf(StoredObject stored, JsonValue set) =>
        [.. ControlledBy(stored, set).Select(item => new PodView(item.Stored, item.Value)).Where(pod => pod.IsActive)];

    private async Task Adjust(JsonValue set, PodView[] pods)
    {
        long replicas = Numbers.Of(set["spec"u8]["replicas"u8]);
        for (long missing = replicas - pods.Length; missing > 0; missing--)
        {
            await Create(set);
        }

        // Those first that serve least, then the youngest.
        foreach (PodView pod in pods.Reverse().OrderBy(pod => pod.IsBound).ThenBy(pod => pod.ReadySince != null).Take((int)Math.Max(0, pods.Length - replicas)))
        {
            await Writes.Delete(Owned, pod.Stored);
            await events.Record(new Occurrence(Component, Resource, set, "SuccessfulDelete", "Deleted pod: " + pod.Stored.Name));
        }
    }

    private async Task Create(JsonValue set)
    {
        try
        {
            JsonValue made = await Writes.Create(Owned, set["metadata"u8]["namespace"u8].GetString(), NewPod.Of(Resource, set));
            await events.Record(new Occurrence(Component, Resource, set, "SuccessfulCreate", "Created pod: " + made["metadata"u8]["name"u8].GetString()));
        }
        catch (StatusException refused) when (!refused.IsForEndingNamespace)
        {
            await events.Record(new Occurrence(Component, Resource, set, "FailedCreate", "Error creating: " + refused.Status.Message) { IsWarning = true });
            throw;
        }
    }

    private async Task Report(StoredObject stored, JsonValue set, PodView[] pods, string? failure)
    {
        DateTimeOffset now = Cluster.Time.GetUtcNow();
        JsonValue status = ReplicaSetStatus.Of(set, pods, failure, now);
        if (!JsonEquality.AreEqual(status, set["status"u8]))
        {
            await WriteStatus(stored, set, status);
        }

        foreach (DateTimeOffset due in ReplicaSetStatus.AvailableAt(set, pods).Where(due => due > now))
        {
            Queue.AddAt(stored.Key, due);
        }
    }
}
