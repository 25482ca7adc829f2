using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Defaulting;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the server does with Services: families, addresses and node ports, of a cluster with IPv4 alone.</summary>
internal static class ServicePreparation
{
    /// <summary>Sets families, and gives out an address and ports where they are wanted.</summary>
    public static void OnCreate(JsonDraft service, ServiceAddresses? addresses)
    {
        JsonDraft spec = service.Child("spec");
        string type = spec.Text("type");
        if (type == "ExternalName")
        {
            return;
        }

        if (spec.Text("clusterIP").Length == 0 && addresses != null)
        {
            spec.SetText("clusterIP", addresses.NextClusterIp());
        }

        if (spec.Text("clusterIP") is { Length: > 0 } address)
        {
            spec.Default("clusterIPs", $"[{JsonText.Quote(address)}]");
        }

        Families(spec);
        if (addresses != null && spec.Lacks("healthCheckNodePort") && ServiceTypeChange.HasHealthCheck(spec.Freeze(JsonPolicy.Server)))
        {
            spec.SetJson("healthCheckNodePort", addresses.NextNodePort().ToString(CultureInfo.InvariantCulture));
        }

        if (type is "NodePort" or "LoadBalancer" && addresses != null && spec.FindSource("allocateLoadBalancerNodePorts").Kind != JsonKind.False)
        {
            foreach (JsonDraft port in spec.List("ports"))
            {
                if (port.Lacks("nodePort"))
                {
                    port.SetJson("nodePort", addresses.NextNodePort().ToString(CultureInfo.InvariantCulture));
                }
            }
        }
    }

    /// <summary>What was given out stays where an update doesn't name it.</summary>
    public static void OnUpdate(JsonDraft service, JsonValue old, ServiceAddresses? addresses)
    {
        JsonDraft spec = service.Child("spec");
        JsonValue before = old["spec"u8];
        if (spec.Text("type") != "ExternalName" && before["type"u8].AsString() != "ExternalName")
        {
            if (spec.Lacks("clusterIP"))
            {
                spec.SetOrRemove("clusterIP", before["clusterIP"u8]);
            }

            if (spec.Lacks("clusterIPs") && spec.Text("clusterIP") == before["clusterIP"u8].AsString())
            {
                spec.SetOrRemove("clusterIPs", before["clusterIPs"u8]);
            }

            foreach (string member in new[] { "ipFamilies", "ipFamilyPolicy" })
            {
                if (spec.Lacks(member))
                {
                    spec.SetOrRemove(member, before[member]);
                }
            }

            KeepNodePorts(spec, before);
        }

        ServiceTypeChange.Drop(spec, before);
        OnCreate(service, addresses);
    }

    private static void KeepNodePorts(JsonDraft spec, JsonValue before)
    {
        if (spec.Text("type") is not ("NodePort" or "LoadBalancer"))
        {
            return;
        }

        if (spec.Lacks("healthCheckNodePort") && spec.Text("externalTrafficPolicy") == "Local")
        {
            spec.SetOrRemove("healthCheckNodePort", before["healthCheckNodePort"u8]);
        }

        foreach (JsonDraft port in spec.List("ports"))
        {
            JsonValue same = before["ports"u8].Items().FirstOrDefault(candidate =>
                candidate["port"u8].ToString() == port.FindSource("port").ToString() && candidate["protocol"u8].AsString() == port.Text("protocol"));
            if (port.Lacks("nodePort") && !same["nodePort"u8].IsAbsent)
            {
                port.SetValue("nodePort", same["nodePort"u8]);
            }
        }
    }

    /// <summary>A headless Service without a selector may be of both families: whoever makes its endpoints decides.</summary>
    private static void Families(JsonDraft spec)
    {
        bool isOpen = spec.Text("clusterIP") == "None" && spec.Lacks("selector");
        if (spec.Lacks("ipFamilyPolicy"))
        {
            spec.SetText("ipFamilyPolicy", isOpen && spec.List("ipFamilies").Count != 1 ? "RequireDualStack" : "SingleStack");
        }

        if (spec.List("ipFamilies").Count == 0)
        {
            bool hasBoth = isOpen && spec.Text("ipFamilyPolicy") != "SingleStack";
            spec.SetJson("ipFamilies", hasBoth ? """["IPv4","IPv6"]""" : """["IPv4"]""");
        }
    }
}
