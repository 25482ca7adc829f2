using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Workloads;

/// <summary>The status of a ReplicaSet, made of its pods. Pure.</summary>
/// <remarks>As <c>calculateStatus</c> in <c>pkg/controller/replicaset</c>.</remarks>
internal static class ReplicaSetStatus
{
    /// <summary>When each pod that is ready has been so for long enough to count as available.</summary>
    public static DateTimeOffset[] AvailableAt(JsonValue set, IEnumerable<PodView> pods)
    {
        TimeSpan patience = TimeSpan.FromSeconds(Numbers.Of(set["spec"u8]["minReadySeconds"u8]));
        return [.. pods.Select(pod => pod.ReadySince).OfType<DateTimeOffset>().Select(since => since + patience)];
    }

    /// <summary>The status as it should be.</summary>
    /// <param name="set">The ReplicaSet.</param>
    /// <param name="pods">Its pods that count.</param>
    /// <param name="failure">Why pods are missing; <c>null</c> for no reason.</param>
    /// <param name="now">The time.</param>
    public static JsonValue Of(JsonValue set, PodView[] pods, string? failure, DateTimeOffset now)
    {
        JsonValue labels = set["spec"u8]["template"u8]["metadata"u8]["labels"u8];
        DateTimeOffset[] ready = AvailableAt(set, pods);
        JsonDraft status = JsonDraft.EmptyObject();
        status.SetNumber("replicas", pods.Length);
        WorkloadStatus.SetCount(status, "fullyLabeledReplicas", pods.Count(pod => HasAll(labels, pod)));
        WorkloadStatus.SetCount(status, "readyReplicas", ready.Length);
        WorkloadStatus.SetCount(status, "availableReplicas", ready.Count(due => due <= now));
        WorkloadStatus.SetCount(status, "observedGeneration", Numbers.Of(set["metadata"u8]["generation"u8]));
        return WorkloadStatus.WithConditions(status, failure == null ? [] : [Failure(set, failure, now)]);
    }

    private static bool HasAll(JsonValue labels, PodView pod) =>
        labels.Members().All(label => pod.Value["metadata"u8]["labels"u8][label.Key].AsString() == label.Value.AsString());

    /// <summary>The condition that says why pods are missing: what was wrong first, as each try names another pod.</summary>
    private static JsonValue Failure(JsonValue set, string message, DateTimeOffset now)
    {
        JsonValue known = Conditions.Find(set["status"u8], "ReplicaFailure");
        if (!known.IsMissing)
        {
            return known;
        }

        JsonDraft condition = Drafts.Json("""{"type":"ReplicaFailure","status":"True"}""");
        condition.SetText("lastTransitionTime", GoTime.Write(now));
        condition.SetText("reason", "FailedCreate");
        condition.SetText("message", message);
        return condition.Freeze(JsonPolicy.Server);
    }
}
