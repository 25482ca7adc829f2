using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of storage drivers.</summary>
internal static class CsiPrinters
{
    /// <summary>Of a node's drivers.</summary>
    public static BuiltInTable Nodes { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Integer(
                "Drivers", "Drivers indicates the number of CSI drivers registered on the node", value => value["spec"u8]["drivers"u8].Count),
            PrintedColumn.Age,
        ]);

    /// <summary>Of drivers.</summary>
    public static BuiltInTable Drivers { get; } = new(
        [
            PrintedColumn.Name,
            Flag("AttachRequired", "attachRequired", true),
            Flag("PodInfoOnMount", "podInfoOnMount", false),
            Flag("StorageCapacity", "storageCapacity", false),
            PrintedColumn.Text("TokenRequests", Descriptions.Of("CSIDriverSpec.tokenRequests"), value => AudiencesOf(value["spec"u8]["tokenRequests"u8])),
            Flag("RequiresRepublish", "requiresRepublish", false),
            PrintedColumn.Text("Modes", Descriptions.Of("CSIDriverSpec.volumeLifecycleModes"), value => ModesOf(value["spec"u8]["volumeLifecycleModes"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of the capacity that drivers report.</summary>
    public static BuiltInTable Capacities { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("StorageClassName", Descriptions.Of("CSIStorageCapacity.storageClassName"), value => Facts.Text(value["storageClassName"u8])),
            PrintedColumn.Text(
                "Capacity",
                Descriptions.Of("CSIStorageCapacity.capacity"),
                value => value["capacity"u8].IsAbsent ? Facts.Unset : Facts.Amount(value["capacity"u8])),
        ]);

    private static PrintedColumn Flag(string name, string member, bool absent) => PrintedColumn.Boolean(
        name,
        Descriptions.Of($"CSIDriverSpec.{member}"),
        value => value["spec"u8][member] is { IsAbsent: false } flag ? Facts.IsTrue(flag) : absent);

    private static string AudiencesOf(JsonValue requests) => requests.IsAbsent ? Facts.Unset : Facts.Joined(requests, "audience");

    private static string ModesOf(JsonValue modes) => modes.Count == 0 ? Facts.None : Facts.Joined(modes);
}
