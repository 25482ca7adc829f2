using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of small kinds of the core group, and of leases.</summary>
internal static class CorePrinters
{
    /// <summary>Of namespaces.</summary>
    public static BuiltInTable Namespaces { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Status", "The status of the namespace", value => Facts.Text(value["status"u8]["phase"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of config maps.</summary>
    public static BuiltInTable ConfigMaps { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Data", Descriptions.Of("ConfigMap.data"), value => value["data"u8].Count + value["binaryData"u8].Count),
            PrintedColumn.Age,
        ]);

    /// <summary>Of secrets.</summary>
    public static BuiltInTable Secrets { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Type", Descriptions.Of("Secret.type"), value => Facts.Text(value["type"u8])),
            PrintedColumn.Text("Data", Descriptions.Of("Secret.data"), value => value["data"u8].Count),
            PrintedColumn.Age,
        ]);

    /// <summary>Of service accounts.</summary>
    public static BuiltInTable ServiceAccounts { get; } = new([PrintedColumn.Name, PrintedColumn.Age]);

    /// <summary>Of leases.</summary>
    public static BuiltInTable Leases { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Holder", Descriptions.Of("LeaseSpec.holderIdentity"), value => Facts.Text(value["spec"u8]["holderIdentity"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of priority classes.</summary>
    public static BuiltInTable PriorityClasses { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Integer("Value", Descriptions.Of("PriorityClass.value"), value => Numbers.Of(value["value"u8])),
            PrintedColumn.Boolean("Global-Default", Descriptions.Of("PriorityClass.globalDefault"), value => Facts.IsTrue(value["globalDefault"u8])),
            PrintedColumn.Age,
            PrintedColumn.Text("PreemptionPolicy", Descriptions.Of("PriorityClass.preemptionPolicy"), value => Facts.Text(value["preemptionPolicy"u8])),
        ]);
}
