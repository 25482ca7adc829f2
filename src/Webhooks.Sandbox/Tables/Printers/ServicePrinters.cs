using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of services and of what stands behind them.</summary>
internal static class ServicePrinters
{
    /// <summary>Of services.</summary>
    public static BuiltInTable Services { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Type", Descriptions.Of("ServiceSpec.type"), value => Facts.Text(value["spec"u8]["type"u8])),
            PrintedColumn.Text("Cluster-IP", Descriptions.Of("ServiceSpec.clusterIP"), value => ClusterAddressOf(value["spec"u8])),
            PrintedColumn.Text("External-IP", Descriptions.Of("ServiceSpec.externalIPs"), value => ExternalAddressOf(value)),
            PrintedColumn.Text("Port(s)", Descriptions.Of("ServiceSpec.ports"), value => PortsOf(value["spec"u8]["ports"u8])),
            PrintedColumn.Age,
            PrintedColumn.Text("Selector", Descriptions.Of("ServiceSpec.selector"), value => Facts.Labels(value["spec"u8]["selector"u8])).Wide(),
        ]);

    /// <summary>Of endpoints.</summary>
    public static BuiltInTable Endpoints { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Endpoints", Descriptions.Of("Endpoints.subsets"), value => AddressesOf(value["subsets"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of endpoint slices.</summary>
    public static BuiltInTable EndpointSlices { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("AddressType", Descriptions.Of("EndpointSlice.addressType"), value => Facts.Text(value["addressType"u8])),
            PrintedColumn.Text(
                "Ports", Descriptions.Of("EndpointSlice.ports"), value => Facts.FirstThree([.. value["ports"u8].Items().Select(PortOf)], Facts.Unset)),
            PrintedColumn.Text(
                "Endpoints",
                Descriptions.Of("EndpointSlice.endpoints"),
                value => Facts.FirstThree(
                    [.. value["endpoints"u8].Items().SelectMany(endpoint => endpoint["addresses"u8].Items()).Select(Facts.Text)], Facts.Unset)),
            PrintedColumn.Age,
        ]);

    private static string ClusterAddressOf(JsonValue spec) => spec["clusterIPs"u8] is { Count: > 0 } addresses
        ? Facts.Text(addresses.Items().First())
        : Facts.TextOr(spec["clusterIP"u8], Facts.None);

    private static string ExternalAddressOf(JsonValue service)
    {
        string external = Facts.Joined(service["spec"u8]["externalIPs"u8]);
        switch (service["spec"u8]["type"u8].AsString())
        {
            case "ClusterIP" or "NodePort":
                return external.Length > 0 ? external : Facts.None;
            case "LoadBalancer":
                string balanced = LoadBalancer.Addresses(service["status"u8]["loadBalancer"u8]);
                return external.Length == 0 ? balanced.Length > 0 ? balanced : "<pending>"
                    : balanced.Length == 0 ? external
                    : $"{balanced},{external}";
            case "ExternalName":
                return Facts.Text(service["spec"u8]["externalName"u8]);
            default:
                return "<unknown>";
        }
    }

    private static string PortsOf(JsonValue ports) => ports.Count == 0
        ? Facts.None
        : string.Join(',', ports.Items().Select(port => Numbers.Of(port["nodePort"u8]) is > 0 and var node
            ? $"{Numbers.Of(port["port"u8])}:{node}/{Facts.Text(port["protocol"u8])}"
            : $"{Numbers.Of(port["port"u8])}/{Facts.Text(port["protocol"u8])}"));

    private static string PortOf(JsonValue port) => !port["port"u8].IsAbsent
        ? $"{Numbers.Of(port["port"u8])}"
        : port["name"u8].AsString() ?? "*";

    private static string AddressesOf(JsonValue subsets) => subsets.Count == 0
        ? Facts.None
        : Facts.FirstThree([.. subsets.Items().SelectMany(AddressesOfSubset)], "");

    private static IEnumerable<string> AddressesOfSubset(JsonValue subset)
    {
        IEnumerable<string> addresses = subset["addresses"u8].Items().Select(address => Facts.Text(address["ip"u8]));
        return subset["ports"u8].Count == 0
            ? addresses
            : subset["ports"u8].Items().SelectMany(port => addresses.Select(address => HostPort(address, Numbers.Of(port["port"u8]))));
    }

    private static string HostPort(string address, long port) =>
        address.Contains(':', StringComparison.Ordinal) ? $"[{address}]:{port}" : $"{address}:{port}";
}
