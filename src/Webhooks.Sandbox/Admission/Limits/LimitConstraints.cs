using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Admission.Limits;

/// <summary>What of an object is beyond the limits of a LimitRange.</summary>
internal static class LimitConstraints
{
    /// <summary>The problems of a pod: those of its containers, and its own.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="limits">The limits of a LimitRange.</param>
    public static IEnumerable<string> OfPod(JsonValue pod, JsonValue limits)
    {
        foreach (JsonValue limit in limits.Items())
        {
            if (limit["type"u8].TextEquals("Container"u8))
            {
                IEnumerable<JsonValue> containers = pod["spec"u8]["containers"u8].Items().Concat(pod["spec"u8]["initContainers"u8].Items());
                foreach (JsonValue resources in containers.Select(container => container["resources"u8]))
                {
                    AskedFor asked = new("Container", ResourceList.Read(resources["requests"u8]), ResourceList.Read(resources["limits"u8]));
                    foreach (string problem in Of(asked, limit))
                    {
                        yield return problem;
                    }
                }
            }
            else if (limit["type"u8].TextEquals("Pod"u8))
            {
                foreach (string problem in Of(new AskedFor("Pod", PodResources.WrittenRequests.Of(pod), PodResources.WrittenLimits.Of(pod)), limit))
                {
                    yield return problem;
                }
            }
        }
    }

    /// <summary>The problems of a claim: of what it requests, the only thing that counts.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="limits">The limits of a LimitRange.</param>
    public static IEnumerable<string> OfClaim(JsonValue claim, JsonValue limits)
    {
        AskedFor asked = new("PersistentVolumeClaim", ResourceList.Read(claim["spec"u8]["resources"u8]["requests"u8]), new ResourceList());
        foreach (JsonValue limit in limits.Items().Where(limit => limit["type"u8].TextEquals("PersistentVolumeClaim"u8)))
        {
            ResourceList least = ResourceList.Read(limit["min"u8]);
            ResourceList most = ResourceList.Read(limit["max"u8]);
            foreach (string? problem in least.Names.Select(name => asked.Min(name, least[name]))
                .Concat(most.Names.Select(name => asked.MaxRequest(name, most[name]))))
            {
                if (problem != null)
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<string> Of(AskedFor asked, JsonValue limit)
    {
        ResourceList least = ResourceList.Read(limit["min"u8]);
        ResourceList most = ResourceList.Read(limit["max"u8]);
        ResourceList ratios = ResourceList.Read(limit["maxLimitRequestRatio"u8]);
        return least.Names.Select(name => asked.Min(name, least[name]))
            .Concat(most.Names.Select(name => asked.Max(name, most[name])))
            .Concat(ratios.Names.Select(name => asked.Ratio(name, ratios[name])))
            .OfType<string>();
    }
}
