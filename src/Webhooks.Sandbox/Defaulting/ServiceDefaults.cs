using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of Services; addresses are given out later. Source: <c>pkg/apis/core/v1/defaults.go</c>.</summary>
internal static class ServiceDefaults
{
    /// <summary>Fills a Service.</summary>
    public static void Fill(JsonDraft service)
    {
        JsonDraft spec = service.Child("spec");
        spec.DefaultText("sessionAffinity", "None");
        if (spec.Text("sessionAffinity") == "None")
        {
            if (!spec.Lacks("sessionAffinityConfig"))
            {
                spec.Remove("sessionAffinityConfig");
            }
        }
        else if (spec.Text("sessionAffinity") == "ClientIP")
        {
            spec.Child("sessionAffinityConfig").Child("clientIP").Default("timeoutSeconds", "10800");
        }

        spec.DefaultText("type", "ClusterIP");
        foreach (JsonDraft port in spec.List("ports"))
        {
            port.DefaultText("protocol", "TCP");
            if (port.FindSource("targetPort").ToString() is "0" or "\"\"" or "" && port.FindSource("port") is { IsMissing: false } number)
            {
                port.SetJson("targetPort", number.ToString());
            }
        }

        string type = spec.Text("type");
        if (type is "NodePort" or "LoadBalancer" || (type == "ClusterIP" && spec.List("externalIPs").Count > 0))
        {
            spec.DefaultText("externalTrafficPolicy", "Cluster");
        }

        if (type is "NodePort" or "LoadBalancer" or "ClusterIP")
        {
            spec.DefaultText("internalTrafficPolicy", "Cluster");
        }

        if (type == "LoadBalancer")
        {
            spec.Default("allocateLoadBalancerNodePorts", "true");
        }
    }
}
