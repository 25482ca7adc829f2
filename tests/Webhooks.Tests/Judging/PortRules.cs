using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Ports are numbers that no container beside has; on the node's network each is a port of the host.</summary>
internal static class PortRules
{
    public static void Judge(JudgedPod pod)
    {
        foreach (JudgedContainer one in pod.Containers)
        {
            JsonElement[] ports = [.. one.Json.List("ports")];
            foreach (JsonElement port in ports)
            {
                pod.Forbid(!Syntax.IsPort(port.Number("containerPort")), $"{one.Name}: containerPort {port.Number("containerPort")}");
                pod.Forbid(port.Number("hostPort") != 0 && !Syntax.IsPort(port.Number("hostPort")), $"{one.Name}: hostPort {port.Number("hostPort")}");
                pod.Forbid(Protocol(port) is not ("TCP" or "UDP" or "SCTP"), $"{one.Name}: protocol {Protocol(port)}");
                pod.Forbid(port.Text("name").Length > 0 && !Syntax.IsPortName(port.Text("name")), $"{one.Name}: port name {port.Text("name")}");
                pod.Forbid(pod.IsHostNetwork && port.Number("hostPort") is not 0 and var host && host != port.Number("containerPort"), $"{one.Name}: hostPort on the node's network");
            }

            pod.Unique($"{one.Name}: port name", ports.Select(port => port.Text("name")).Where(name => name.Length > 0));
            pod.Unique($"{one.Name}: port", ports.Select(ContainerPort));
            pod.Unique($"{one.Name}: hostPort", ports.SelectMany(port => HostPorts(port, pod.IsHostNetwork)));
        }

        JudgedContainer[] together = [.. pod.Containers.Where(one => !one.IsPlainInit)];
        pod.Unique("port of containers side by side", together.SelectMany(one => one.Json.List("ports").Select(ContainerPort).Distinct()));
        pod.Unique("hostPort of containers side by side", together.SelectMany(one => one.Json.List("ports").SelectMany(port => HostPorts(port, pod.IsHostNetwork)).Distinct()));
        foreach ((int index, JudgedContainer one) in pod.Containers.Index().Where(one => one.Item.IsPlainInit))
        {
            IEnumerable<string> taken = pod.Containers.Take(index).Where(other => !other.IsPlainInit).SelectMany(other => other.Json.List("ports").Select(ContainerPort));
            pod.Forbid(one.Json.List("ports").Select(ContainerPort).Intersect(taken).Any(), $"{one.Name}: a sidecar before it has its port");
        }
    }

    private static string ContainerPort(JsonElement port) => $"{port.Number("containerPort")}/{Protocol(port)}";

    /// <summary>As AccumulateUniqueHostPorts compares them: protocol, address, number.</summary>
    private static IEnumerable<string> HostPorts(JsonElement port, bool isHostNetwork) =>
        (port.Number("hostPort") is not 0 and var number ? number : isHostNetwork ? port.Number("containerPort") : 0) is not 0 and var taken
            ? [$"{Protocol(port)}/{port.Text("hostIP")}/{taken}"]
            : [];

    private static string Protocol(JsonElement port) => port.Text("protocol") is { Length: > 0 } protocol ? protocol : "TCP";
}
