using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Workloads;

/// <summary>The status of a Deployment, made of those of its ReplicaSets. Pure.</summary>
/// <remarks>As <c>calculateStatus</c> and <c>syncRolloutStatus</c> in <c>pkg/controller/deployment</c>.</remarks>
internal static class DeploymentStatus
{
    /// <summary>The status as it should be.</summary>
    /// <param name="deployment">The Deployment.</param>
    /// <param name="newest">The ReplicaSet of its template; <c>null</c> while there is none.</param>
    /// <param name="all">All its ReplicaSets.</param>
    /// <param name="now">The time.</param>
    public static JsonValue Of(JsonValue deployment, ReplicaSetView? newest, IReadOnlyList<ReplicaSetView> all, DateTimeOffset now)
    {
        JsonValue old = deployment["status"u8];
        RolloutLimits limits = RolloutLimits.Read(deployment["spec"u8]);
        long available = all.Sum(set => set.AvailableReplicas);
        JsonDraft status = JsonDraft.EmptyObject();
        WorkloadStatus.SetCount(status, "observedGeneration", Numbers.Of(deployment["metadata"u8]["generation"u8]));
        WorkloadStatus.SetCount(status, "replicas", all.Sum(set => set.CurrentReplicas));
        WorkloadStatus.SetCount(status, "updatedReplicas", newest?.CurrentReplicas ?? 0);
        WorkloadStatus.SetCount(status, "readyReplicas", all.Sum(set => set.ReadyReplicas));
        WorkloadStatus.SetCount(status, "availableReplicas", available);
        WorkloadStatus.SetCount(status, "unavailableReplicas", Math.Max(0, all.Sum(set => set.Replicas) - available));
        WorkloadStatus.SetCount(status, "collisionCount", Numbers.Of(old["collisionCount"u8]));
        IReadOnlyList<JsonValue> conditions = [.. old["conditions"u8].Items()];
        conditions = available >= limits.Replicas - limits.Unavailable
            ? RolloutConditions.With(conditions, "Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability.", now)
            : RolloutConditions.With(conditions, "Available", "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.", now);
        conditions = WithProgress(deployment, newest, status.Freeze(JsonPolicy.Server), conditions, now);
        return WorkloadStatus.WithConditions(status, WithFailure(conditions, all, now));
    }

    /// <summary>Whether a Deployment has come to what it is to be.</summary>
    public static bool IsComplete(JsonValue deployment, JsonValue status)
    {
        long replicas = Numbers.Of(deployment["spec"u8]["replicas"u8]);
        return Numbers.Of(status["updatedReplicas"u8]) == replicas
            && Numbers.Of(status["replicas"u8]) == replicas
            && Numbers.Of(status["availableReplicas"u8]) == replicas
            && Numbers.Of(status["observedGeneration"u8]) >= Numbers.Of(deployment["metadata"u8]["generation"u8]);
    }

    /// <summary>When a Deployment that gets nowhere is given up; <c>null</c> for never: so it is of one that was complete, and is but scaled.</summary>
    public static DateTimeOffset? Deadline(JsonValue deployment, JsonValue status) =>
        deployment["spec"u8]["progressDeadlineSeconds"u8].TryGetInt64(out long seconds)
        && seconds < int.MaxValue
        && !IsComplete(deployment, status)
        && Conditions.Find(status, "Progressing") is var condition
        && condition["reason"u8].AsString() is not ("ProgressDeadlineExceeded" or "DeploymentPaused" or "NewReplicaSetAvailable")
        && DateTimeOffset.TryParse(condition["lastUpdateTime"u8].AsString(), System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset updated)
            ? updated.AddSeconds(seconds)
            : null;

    private static IReadOnlyList<JsonValue> WithProgress(
        JsonValue deployment, ReplicaSetView? newest, JsonValue status, IReadOnlyList<JsonValue> conditions, DateTimeOffset now)
    {
        JsonValue old = deployment["status"u8];
        JsonValue current = Conditions.Find(old, "Progressing");
        bool isPaused = deployment["spec"u8]["paused"u8].Kind == JsonKind.True;
        string reason = current["reason"u8].AsString() ?? "";
        if (isPaused || reason == "DeploymentPaused")
        {
            return isPaused
                ? RolloutConditions.With(conditions, "Progressing", "Unknown", "DeploymentPaused", "Deployment is paused", now)
                : RolloutConditions.With(conditions, "Progressing", "Unknown", "DeploymentResumed", "Deployment is resumed", now);
        }

        bool wasComplete = reason == "NewReplicaSetAvailable" && Numbers.Of(status["replicas"u8]) == Numbers.Of(status["updatedReplicas"u8]);
        if (wasComplete)
        {
            return conditions;
        }

        string who = newest is null ? $"Deployment \"{deployment["metadata"u8]["name"u8].AsString()}\"" : $"ReplicaSet \"{newest.Stored.Name}\"";
        return IsComplete(deployment, status) ? RolloutConditions.With(conditions, "Progressing", "True", "NewReplicaSetAvailable", who + " has successfully progressed.", now)
            : Progresses(old, status) ? RolloutConditions.With(conditions, "Progressing", "True", "ReplicaSetUpdated", who + " is progressing.", now, isRenewed: true)
            : Deadline(deployment, old) <= now ? RolloutConditions.With(conditions, "Progressing", "False", "ProgressDeadlineExceeded", who + " has timed out progressing.", now)
            : conditions;
    }

    private static bool Progresses(JsonValue old, JsonValue status)
    {
        long oldOnes = Numbers.Of(old["replicas"u8]) - Numbers.Of(old["updatedReplicas"u8]);
        long oldOnesNow = Numbers.Of(status["replicas"u8]) - Numbers.Of(status["updatedReplicas"u8]);
        return oldOnesNow < oldOnes || Grows("updatedReplicas") || Grows("readyReplicas") || Grows("availableReplicas");

        bool Grows(string member) => Numbers.Of(status[member]) > Numbers.Of(old[member]);
    }

    private static IReadOnlyList<JsonValue> WithFailure(IReadOnlyList<JsonValue> conditions, IReadOnlyList<ReplicaSetView> all, DateTimeOffset now)
    {
        JsonValue failure = all.Select(set => Conditions.Find(set.Value["status"u8], "ReplicaFailure")).LastOrDefault(found => !found.IsMissing);
        return failure.IsMissing
            ? [.. conditions.Where(condition => condition["type"u8].AsString() != "ReplicaFailure")]
            : RolloutConditions.With(
                conditions, "ReplicaFailure", failure["status"u8].GetString(), failure["reason"u8].GetString(), failure["message"u8].GetString(), now);
    }
}
