namespace Webhooks.Sandbox.Workloads;

/// <summary>The next step of a Deployment from its old ReplicaSets to the newest. Pure.</summary>
/// <remarks>As <c>pkg/controller/deployment/rolling.go</c> and <c>recreate.go</c>.</remarks>
internal static class RolloutPlan
{
    /// <summary>Which ReplicaSets are to have how many pods; none when there is nothing to do for now.</summary>
    /// <param name="limits">The Deployment's numbers.</param>
    /// <param name="newest">The ReplicaSet of its template.</param>
    /// <param name="old">The others, oldest first.</param>
    public static IReadOnlyList<(ReplicaSetView Set, long Replicas)> Next(RolloutLimits limits, ReplicaSetView newest, IReadOnlyList<ReplicaSetView> old)
    {
        if (limits.IsRecreate)
        {
            return newest.Replicas == limits.Replicas ? [] : [(newest, limits.Replicas)];
        }

        long wanted = NewReplicas(limits, newest.Replicas, old.Sum(set => set.Replicas));
        return wanted != newest.Replicas ? [(newest, wanted)] : ScaleDown(limits, newest, old);
    }

    /// <summary>How many pods the newest ReplicaSet may have now.</summary>
    public static long NewReplicas(RolloutLimits limits, long current, long others)
    {
        if (limits.IsRecreate || current >= limits.Replicas)
        {
            return limits.Replicas;
        }

        long room = limits.Replicas + limits.Surge - current - others;
        return current + Math.Clamp(room, 0, limits.Replicas - current);
    }

    private static List<(ReplicaSetView Set, long Replicas)> ScaleDown(RolloutLimits limits, ReplicaSetView newest, IReadOnlyList<ReplicaSetView> old)
    {
        long all = newest.Replicas + old.Sum(set => set.Replicas);
        long fewest = limits.Replicas - limits.Unavailable;
        long mayGo = all - fewest - (newest.Replicas - newest.AvailableReplicas);
        if (mayGo <= 0)
        {
            return [];
        }

        // First those that serve nobody, then as many as can be missed.
        Dictionary<ReplicaSetView, long> left = old.Where(set => set.Replicas > 0).ToDictionary(set => set, set => set.Replicas);
        foreach (ReplicaSetView set in old.Where(left.ContainsKey))
        {
            long goes = Math.Clamp(set.Replicas - set.AvailableReplicas, 0, mayGo);
            left[set] -= goes;
            mayGo -= goes;
        }

        long canBeMissed = newest.AvailableReplicas + old.Sum(set => set.AvailableReplicas) - fewest;
        foreach (ReplicaSetView set in old.Where(left.ContainsKey))
        {
            long goes = Math.Clamp(canBeMissed, 0, left[set]);
            left[set] -= goes;
            canBeMissed -= goes;
        }

        return [.. old.Where(set => left.TryGetValue(set, out long replicas) && replicas != set.Replicas).Select(set => (set, left[set]))];
    }
}
