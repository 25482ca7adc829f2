using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of Endpoints and NetworkPolicies: ports are of TCP.</summary>
internal static class PortDefaults
{
    /// <summary>Fills Endpoints.</summary>
    public static void OfEndpoints(JsonDraft endpoints)
    {
        foreach (JsonDraft subset in endpoints.List("subsets"))
        {
            OfPorts(subset);
        }
    }

    /// <summary>Fills a NetworkPolicy: it is about ingress, and about egress where it has rules for it.</summary>
    public static void OfNetworkPolicy(JsonDraft policy)
    {
        JsonDraft spec = policy.Child("spec");
        foreach (JsonDraft rule in spec.List("ingress").Concat(spec.List("egress")))
        {
            OfPorts(rule);
        }

        if (spec.List("policyTypes").Count == 0)
        {
            spec.SetJson("policyTypes", spec.List("egress").Count > 0 ? """["Ingress","Egress"]""" : """["Ingress"]""");
        }
    }

    private static void OfPorts(JsonDraft owner)
    {
        foreach (JsonDraft port in owner.List("ports"))
        {
            port.DefaultText("protocol", "TCP");
        }
    }
}
