using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Preparing;

/// <summary>The quality of service that a pod's resources ask for: its <c>status.qosClass</c>.</summary>
internal static class PodQuality
{
    private static readonly string[] Counted = ["cpu", "memory"];

    /// <summary><c>BestEffort</c> without cpu and memory, <c>Guaranteed</c> where every container's limits are its requests, else <c>Burstable</c>.</summary>
    public static string Of(JsonDraft spec)
    {
        Dictionary<string, Quantity> requests = new(StringComparer.Ordinal);
        Dictionary<string, Quantity> limits = new(StringComparer.Ordinal);
        bool isGuaranteed = true;
        foreach (JsonDraft container in spec.List("containers").Concat(spec.List("initContainers")))
        {
            JsonDraft? resources = container.Find("resources");
            Add(resources?.Find("requests"), requests);
            isGuaranteed &= Add(resources?.Find("limits"), limits) == Counted.Length;
        }

        if (requests.Count + limits.Count == 0)
        {
            return "BestEffort";
        }

        bool areEqual = requests.Count == limits.Count && requests.All(request => limits.TryGetValue(request.Key, out Quantity limit) && limit == request.Value);
        return isGuaranteed && areEqual ? "Guaranteed" : "Burstable";
    }

    /// <summary>Adds the amounts above zero, and counts them.</summary>
    private static int Add(JsonDraft? amounts, Dictionary<string, Quantity> sums)
    {
        int count = 0;
        foreach (string name in Counted)
        {
            if (amounts != null && !amounts.Lacks(name) && QuantityJson.TryRead(amounts.FindSource(name), out Quantity amount, out _) && amount.Sign > 0)
            {
                sums[name] = sums.TryGetValue(name, out Quantity sum) ? sum + amount : amount;
                count++;
            }
        }

        return count;
    }
}
