using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of nodes and of what describes the cluster itself.</summary>
internal static class NodePrinters
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    /// <summary>Of nodes.</summary>
    public static BuiltInTable Nodes { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Status", "The status of the node", node => StatusOf(node)),
            PrintedColumn.Text("Roles", "The roles of the node", node => RolesOf(node["metadata"u8]["labels"u8])),
            PrintedColumn.Age,
            PrintedColumn.Text("Version", Descriptions.Of("NodeSystemInfo.kubeletVersion"), node => Facts.Text(node["status"u8]["nodeInfo"u8]["kubeletVersion"u8])),
            PrintedColumn.Text("Internal-IP", Descriptions.Of("NodeStatus.addresses"), node => AddressOf(node, "InternalIP")).Wide(),
            PrintedColumn.Text("External-IP", Descriptions.Of("NodeStatus.addresses"), node => AddressOf(node, "ExternalIP")).Wide(),
            Info("OS-Image", "osImage"),
            Info("Kernel-Version", "kernelVersion"),
            Info("Container-Runtime", "containerRuntimeVersion"),
        ]);

    /// <summary>Of component statuses.</summary>
    public static BuiltInTable ComponentStatuses { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Status", "Status of the component conditions", value => HealthOf(value)),
            PrintedColumn.Text("Message", "Message of the component conditions", value => Facts.Text(Conditions.Find(value, "Healthy")["message"u8])),
            PrintedColumn.Text("Error", "Error of the component conditions", value => Facts.Text(Conditions.Find(value, "Healthy")["error"u8])),
        ]);

    /// <summary>Of runtime classes.</summary>
    public static BuiltInTable RuntimeClasses { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Handler", "", value => Facts.Text(value["handler"u8])),
            PrintedColumn.Age,
        ]);

    private static PrintedColumn Info(string name, string member) => PrintedColumn.Text(
        name, Descriptions.Of($"NodeSystemInfo.{member}"), node => Facts.TextOr(node["status"u8]["nodeInfo"u8][member], "<unknown>")).Wide();

    private static string StatusOf(JsonValue node)
    {
        JsonValue ready = node["status"u8]["conditions"u8].Items().LastOrDefault(condition => condition["type"u8].TextEquals("Ready"u8));
        string status = ready.IsMissing ? "Unknown" : ready["status"u8].TextEquals("True"u8) ? "Ready" : "NotReady";
        return Facts.IsTrue(node["spec"u8]["unschedulable"u8]) ? status + ",SchedulingDisabled" : status;
    }

    private static string RolesOf(JsonValue labels)
    {
        SortedSet<string> roles = new(StringComparer.Ordinal);
        foreach ((string key, JsonValue value) in labels.Members())
        {
            string role = key.StartsWith(RolePrefix, StringComparison.Ordinal) ? key[RolePrefix.Length..]
                : key == "kubernetes.io/role" ? Facts.Text(value)
                : "";
            if (role.Length > 0)
            {
                roles.Add(role);
            }
        }

        return roles.Count == 0 ? Facts.None : string.Join(',', roles);
    }

    private static string AddressOf(JsonValue node, string type)
    {
        JsonValue found = node["status"u8]["addresses"u8].Items().FirstOrDefault(address => address["type"u8].AsString() == type);
        return found.IsMissing ? Facts.None : Facts.Text(found["address"u8]);
    }

    private static string HealthOf(JsonValue component) => Conditions.Find(component, "Healthy").IsMissing ? "Unknown"
        : Conditions.IsTrue(component, "Healthy") ? "Healthy"
        : "Unhealthy";
}
