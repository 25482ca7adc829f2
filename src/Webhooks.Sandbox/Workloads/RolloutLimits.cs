using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Workloads;

/// <summary>How many pods a Deployment is to have, and by how many it may be wrong while it changes.</summary>
/// <param name="Replicas">How many.</param>
/// <param name="Surge">How many more.</param>
/// <param name="Unavailable">How many less.</param>
/// <param name="IsRecreate">Whether all old ones go before new ones come.</param>
internal readonly record struct RolloutLimits(long Replicas, long Surge, long Unavailable, bool IsRecreate)
{
    /// <summary>Reads a Deployment's spec.</summary>
    public static RolloutLimits Read(JsonValue spec)
    {
        long replicas = Numbers.Of(spec["replicas"u8]);
        JsonValue strategy = spec["strategy"u8];
        if (strategy["type"u8].TextEquals("Recreate"u8))
        {
            return new RolloutLimits(replicas, 0, 0, true);
        }

        long surge = Part(strategy["rollingUpdate"u8]["maxSurge"u8], replicas, roundsUp: true);
        long unavailable = Part(strategy["rollingUpdate"u8]["maxUnavailable"u8], replicas, roundsUp: false);
        // Both 0 would never get anywhere.
        return new RolloutLimits(replicas, surge, Math.Min(replicas, surge == 0 && unavailable == 0 ? 1 : unavailable), false);
    }

    /// <summary>A number, or a share of all such as <c>25%</c>.</summary>
    private static long Part(JsonValue value, long all, bool roundsUp)
    {
        if (value.AsString() is not { } text)
        {
            return Numbers.Of(value);
        }

        long percent = long.TryParse(text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
        return ((percent * all) + (roundsUp ? 99 : 0)) / 100;
    }
}
