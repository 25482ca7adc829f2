using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Admission;

/// <summary>What a pod asks for as a whole.</summary>
/// <remarks>
/// Its containers run side by side, its init containers before them one after another, those that restart on their own
/// until the end; so it asks for the greater of the sum and of what is needed on the way there. What it says of itself
/// as a whole stands above that. As <c>k8s.io/component-helpers/resource</c>.
/// </remarks>
/// <param name="member"><c>requests</c> or <c>limits</c>.</param>
/// <param name="isOfNode">Whether what a node has given counts too, and what running the pod costs by itself.</param>
internal sealed class PodResources(string member, bool isOfNode)
{
    /// <summary>What LimitRanges look at: requests as they are written.</summary>
    public static PodResources WrittenRequests { get; } = new("requests", isOfNode: false);

    /// <summary>What LimitRanges look at: limits as they are written.</summary>
    public static PodResources WrittenLimits { get; } = new("limits", isOfNode: false);

    /// <summary>What quotas charge: the requests.</summary>
    public static PodResources Requests { get; } = new("requests", isOfNode: true);

    /// <summary>What quotas charge: the limits.</summary>
    public static PodResources Limits { get; } = new("limits", isOfNode: true);

    /// <summary>Whether a pod says of itself as a whole what it asks for.</summary>
    public static bool AreSetFor(JsonValue pod)
    {
        JsonValue own = pod["spec"u8]["resources"u8];
        return own["requests"u8].Members().Concat(own["limits"u8].Members()).Any(amount => IsOfPods(amount.Key) || IsHugePages(amount.Key));
    }

    /// <summary>The amounts of a pod.</summary>
    public ResourceList Of(JsonValue pod)
    {
        JsonValue spec = pod["spec"u8];
        ResourceList sum = new();
        foreach (JsonValue container in spec["containers"u8].Items())
        {
            sum.Add(Of(container, pod, "containerStatuses"));
        }

        ResourceList sidecars = new();
        ResourceList start = new();
        foreach (JsonValue container in spec["initContainers"u8].Items())
        {
            bool isSidecar = container["restartPolicy"u8].TextEquals("Always"u8);
            ResourceList own = isSidecar ? Of(container, pod, "initContainerStatuses") : Written(container);
            if (isSidecar)
            {
                sum.Add(own);
                sidecars.Add(own);
                start.RaiseTo(sidecars);
            }
            else
            {
                start.RaiseTo(own.Add(sidecars));
            }
        }

        sum.RaiseTo(start);
        ResourceList whole = Written(spec);
        foreach (string name in whole.Names.Where(name => IsOfPods(name) || (isOfNode && IsHugePages(name))))
        {
            sum[name] = whole[name];
        }

        return isOfNode ? WithOverhead(sum, spec["overhead"u8]) : sum;
    }

    private ResourceList Written(JsonValue holder) => ResourceList.Read(holder["resources"u8][member]);

    /// <summary>What a container asks for, or has been given while that is more; what it asks for in vain does not count.</summary>
    private ResourceList Of(JsonValue container, JsonValue pod, string statuses)
    {
        JsonValue given = !isOfNode ? default : pod["status"u8][statuses].Items()
            .FirstOrDefault(status => status["name"u8].AsString() == container["name"u8].AsString());
        if (given["resources"u8].IsAbsent)
        {
            return Written(container);
        }

        ResourceList amounts = IsInVain(pod) ? Written(given) : Written(container).RaiseTo(Written(given));
        return member == "requests" ? amounts.RaiseTo(ResourceList.Read(given["allocatedResources"u8])) : amounts;
    }

    private static bool IsInVain(JsonValue pod) => pod["status"u8]["conditions"u8].Items()
        .FirstOrDefault(condition => condition["type"u8].TextEquals("PodResizePending"u8))["reason"u8].TextEquals("Infeasible"u8);

    /// <summary>What running the pod costs by itself is requested always, and a limit where there is one.</summary>
    private ResourceList WithOverhead(ResourceList sum, JsonValue overhead)
    {
        ResourceList cost = ResourceList.Read(overhead);
        return sum.Add(member == "requests" ? cost : cost.Where((name, _) => sum.TryGet(name, out Quantity limit) && !limit.IsZero));
    }

    private static bool IsOfPods(string name) => name is "cpu" or "memory";

    private static bool IsHugePages(string name) => name.StartsWith(ResourceNames.HugePages, StringComparison.Ordinal);
}
