using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Preparing;

/// <summary>Takes off a Service what its new type has no use for, where the user left it as the server had given it out.</summary>
/// <remarks>As <c>dropTypeDependentFields</c> of <c>pkg/registry/core/service</c>; what the user changed is left to the rules to refuse.</remarks>
internal static class ServiceTypeChange
{
    /// <summary>Looks at the <c>spec</c> beside what it was.</summary>
    public static void Drop(JsonDraft spec, JsonValue before)
    {
        JsonValue now = spec.Freeze(JsonPolicy.Server);
        if (HasAddress(before) && !HasAddress(now))
        {
            DropSame(spec, now, before, "ipFamilies");
            DropSame(spec, now, before, "ipFamilyPolicy");
            if (IsSame(now, before, "clusterIP") && IsSame(now, before, "clusterIPs"))
            {
                spec.Remove("clusterIP");
                spec.Remove("clusterIPs");
            }
        }

        if (HasNodePorts(before) && !HasNodePorts(now) && NodePorts(now).SetEquals(NodePorts(before)))
        {
            foreach (JsonDraft port in spec.List("ports"))
            {
                port.Remove("nodePort");
            }
        }

        if (HasHealthCheck(before) && !HasHealthCheck(now))
        {
            DropSame(spec, now, before, "healthCheckNodePort");
        }

        if (IsBalanced(before) && !IsBalanced(now))
        {
            DropSame(spec, now, before, "allocateLoadBalancerNodePorts");
            DropSame(spec, now, before, "loadBalancerClass");
        }

        if (TakesTraffic(before) && !TakesTraffic(now))
        {
            DropSame(spec, now, before, "externalTrafficPolicy");
        }
    }

    /// <summary>Whether load balancers ask a port of each node if there are pods of it on the node.</summary>
    public static bool HasHealthCheck(JsonValue spec) => IsBalanced(spec) && spec["externalTrafficPolicy"u8].AsString() == "Local";

    private static bool HasAddress(JsonValue spec) => spec["type"u8].AsString() is "ClusterIP" or "NodePort" or "LoadBalancer";

    private static bool HasNodePorts(JsonValue spec) =>
        spec["type"u8].AsString() == "NodePort" || (IsBalanced(spec) && spec["allocateLoadBalancerNodePorts"u8].Kind != JsonKind.False);

    private static bool IsBalanced(JsonValue spec) => spec["type"u8].AsString() == "LoadBalancer";

    private static bool TakesTraffic(JsonValue spec) => spec["type"u8].AsString() switch
    {
        "NodePort" or "LoadBalancer" => true,
        "ClusterIP" => spec["externalIPs"u8].Count > 0,
        _ => false,
    };

    private static HashSet<string> NodePorts(JsonValue spec) =>
        [.. spec["ports"u8].Items().Select(port => port["nodePort"u8]).Where(port => !port.IsAbsent).Select(port => port.ToString())];

    private static void DropSame(JsonDraft spec, JsonValue now, JsonValue before, string member)
    {
        if (IsSame(now, before, member))
        {
            spec.Remove(member);
        }
    }

    private static bool IsSame(JsonValue now, JsonValue before, string member) =>
        !now[member].IsAbsent && !before[member].IsAbsent && JsonEquality.AreEqual(now[member], before[member]);
}
