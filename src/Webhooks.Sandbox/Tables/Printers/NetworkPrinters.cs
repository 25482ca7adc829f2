using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of the group <c>networking.k8s.io</c>.</summary>
internal static class NetworkPrinters
{
    /// <summary>Of ingresses.</summary>
    public static BuiltInTable Ingresses { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text(
                "Class",
                "The name of the IngressClass resource that should be used for additional configuration",
                value => value["spec"u8]["ingressClassName"u8].AsString() ?? Facts.None),
            PrintedColumn.Text(
                "Hosts", "Hosts that incoming requests are matched against before the ingress rule", value => HostsOf(value["spec"u8]["rules"u8])),
            PrintedColumn.Text(
                "Address",
                "Address is a list containing ingress points for the load-balancer",
                value => LoadBalancer.Addresses(value["status"u8]["loadBalancer"u8])),
            PrintedColumn.Text("Ports", "Ports of TLS configurations that open", value => value["spec"u8]["tls"u8].Count > 0 ? "80, 443" : "80"),
            PrintedColumn.Age,
        ]);

    /// <summary>Of ingress classes.</summary>
    public static BuiltInTable IngressClasses { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text(
                "Controller", "Controller that is responsible for handling this class", value => Facts.Text(value["spec"u8]["controller"u8])),
            PrintedColumn.Text(
                "Parameters", "A reference to a resource with additional parameters", value => ParametersOf(value["spec"u8]["parameters"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of network policies.</summary>
    public static BuiltInTable NetworkPolicies { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text(
                "Pod-Selector", Descriptions.Of("NetworkPolicySpec.podSelector"), value => Facts.Selector(value["spec"u8]["podSelector"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of service CIDRs.</summary>
    public static BuiltInTable ServiceCidrs { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("CIDRs", Descriptions.Of("ServiceCIDRSpec.cidrs"), value => Facts.Joined(value["spec"u8]["cidrs"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of IP addresses; the last cell, the age, has no column.</summary>
    public static BuiltInTable IpAddresses { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("ParentRef", Descriptions.Of("IPAddressSpec.parentRef"), value => ParentOf(value["spec"u8]["parentRef"u8])),
            PrintedColumn.Age with { IsUntitled = true },
        ]);

    private static string HostsOf(JsonValue rules)
    {
        List<string> hosts = [];
        bool more = false;
        foreach (JsonValue rule in rules.Items())
        {
            more |= hosts.Count == 3;
            if (!more && Facts.Text(rule["host"u8]) is { Length: > 0 } host)
            {
                hosts.Add(host);
            }
        }

        return hosts.Count == 0 ? "*"
            : more ? $"{string.Join(',', hosts)} + {rules.Count - 3} more..."
            : string.Join(',', hosts);
    }

    private static string ParametersOf(JsonValue parameters) => parameters.IsAbsent
        ? Facts.None
        : Facts.Text(parameters["kind"u8])
            + (parameters["apiGroup"u8].AsString() is { } group ? "." + group : "")
            + "/" + Facts.Text(parameters["name"u8]);

    private static string ParentOf(JsonValue parent)
    {
        if (parent.IsAbsent)
        {
            return Facts.None;
        }

        string resource = Facts.Text(parent["resource"u8]);
        string group = Facts.Text(parent["group"u8]);
        string space = Facts.Text(parent["namespace"u8]);
        return Lowercase.Of(group.Length == 0 ? resource : $"{resource}.{group}")
            + (space.Length == 0 ? "" : "/" + space)
            + "/" + Facts.Text(parent["name"u8]);
    }
}
