using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Workloads;

/// <summary>The old ReplicaSets that a Deployment keeps to go back to. Pure.</summary>
internal static class RevisionHistory
{
    /// <summary>Those that are more than <c>revisionHistoryLimit</c> and serve nothing, the oldest first.</summary>
    /// <param name="deployment">The Deployment.</param>
    /// <param name="old">All its ReplicaSets but the newest.</param>
    public static IEnumerable<ReplicaSetView> Surplus(JsonValue deployment, IEnumerable<ReplicaSetView> old)
    {
        ReplicaSetView[] idle =
        [
            .. old.Where(set => set.Replicas == 0 && set.CurrentReplicas == 0 && set.IsObserved && set.Value["metadata"u8]["deletionTimestamp"u8].IsAbsent)
                .OrderBy(set => set.Revision),
        ];
        long limit = Numbers.Of(deployment["spec"u8]["revisionHistoryLimit"u8]);
        return idle.Take((int)Math.Max(0, idle.Length - limit));
    }
}
