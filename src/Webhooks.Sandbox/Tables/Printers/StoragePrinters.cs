using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of volumes and of the group <c>storage.k8s.io</c>.</summary>
internal static class StoragePrinters
{
    /// <summary>Of persistent volumes.</summary>
    public static BuiltInTable Volumes { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Capacity", Descriptions.Of("PersistentVolumeSpec.capacity"), value => Facts.Amount(value["spec"u8]["capacity"u8]["storage"u8])),
            PrintedColumn.Text("Access Modes", Descriptions.Of("PersistentVolumeSpec.accessModes"), value => ModesOf(value["spec"u8]["accessModes"u8])),
            PrintedColumn.Text(
                "Reclaim Policy",
                Descriptions.Of("PersistentVolumeSpec.persistentVolumeReclaimPolicy"),
                value => Facts.Text(value["spec"u8]["persistentVolumeReclaimPolicy"u8])),
            PrintedColumn.Text("Status", Descriptions.Of("PersistentVolumeStatus.phase"), PhaseOf),
            PrintedColumn.Text("Claim", Descriptions.Of("PersistentVolumeSpec.claimRef"), value => ClaimOf(value["spec"u8]["claimRef"u8])),
            PrintedColumn.Text("StorageClass", "StorageClass of the pv", value => ClassOf(value)),
            PrintedColumn.Text("VolumeAttributesClass", "VolumeAttributesClass of the pv", AttributesClassOf),
            PrintedColumn.Text("Reason", Descriptions.Of("PersistentVolumeStatus.reason"), value => Facts.Text(value["status"u8]["reason"u8])),
            PrintedColumn.Age,
            PrintedColumn.Text("VolumeMode", Descriptions.Of("PersistentVolumeSpec.volumeMode"), ModeOf).Wide(),
        ]);

    /// <summary>Of persistent volume claims.</summary>
    public static BuiltInTable Claims { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Status", Descriptions.Of("PersistentVolumeClaimStatus.phase"), PhaseOf),
            PrintedColumn.Text("Volume", Descriptions.Of("PersistentVolumeClaimSpec.volumeName"), value => VolumeOf(value)),
            PrintedColumn.Text(
                "Capacity",
                Descriptions.Of("PersistentVolumeClaimStatus.capacity"),
                value => VolumeOf(value).Length == 0 ? "" : Facts.Amount(value["status"u8]["capacity"u8]["storage"u8])),
            PrintedColumn.Text(
                "Access Modes",
                Descriptions.Of("PersistentVolumeClaimStatus.accessModes"),
                value => VolumeOf(value).Length == 0 ? "" : ModesOf(value["status"u8]["accessModes"u8])),
            PrintedColumn.Text("StorageClass", "StorageClass of the pvc", value => ClassOf(value)),
            PrintedColumn.Text("VolumeAttributesClass", "VolumeAttributesClass of the pvc", AttributesClassOf),
            PrintedColumn.Age,
            PrintedColumn.Text("VolumeMode", Descriptions.Of("PersistentVolumeClaimSpec.volumeMode"), ModeOf).Wide(),
        ]);

    /// <summary>Of storage classes.</summary>
    public static BuiltInTable Classes { get; } = new(
        [
            PrintedColumn.Name with { Show = (value, _) => MarkedName(value, "storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class") },
            PrintedColumn.Text("Provisioner", Descriptions.Of("StorageClass.provisioner"), value => Facts.Text(value["provisioner"u8])),
            PrintedColumn.Text("ReclaimPolicy", Descriptions.Of("StorageClass.reclaimPolicy"), value => value["reclaimPolicy"u8].AsString() ?? "Delete"),
            PrintedColumn.Text(
                "VolumeBindingMode", Descriptions.Of("StorageClass.volumeBindingMode"), value => value["volumeBindingMode"u8].AsString() ?? "Immediate"),
            PrintedColumn.Text(
                "AllowVolumeExpansion", Descriptions.Of("StorageClass.allowVolumeExpansion"), value => Facts.IsTrue(value["allowVolumeExpansion"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of classes of volume attributes.</summary>
    public static BuiltInTable AttributesClasses { get; } = new(
        [
            PrintedColumn.Name with { Show = (value, _) => MarkedName(value, "volumeattributesclass.kubernetes.io/is-default-class") },
            PrintedColumn.Text("DriverName", Descriptions.Of("VolumeAttributesClass.driverName"), value => Facts.Text(value["driverName"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of volume attachments.</summary>
    public static BuiltInTable Attachments { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Attacher", Descriptions.Of("VolumeAttachmentSpec.attacher"), value => Facts.Text(value["spec"u8]["attacher"u8]))
                .WithFormat("name"),
            PrintedColumn.Text(
                "PV", Descriptions.Of("VolumeAttachmentSource.persistentVolumeName"), value => Facts.Text(value["spec"u8]["source"u8]["persistentVolumeName"u8])),
            PrintedColumn.Text("Node", Descriptions.Of("VolumeAttachmentSpec.nodeName"), value => Facts.Text(value["spec"u8]["nodeName"u8])),
            PrintedColumn.Boolean("Attached", Descriptions.Of("VolumeAttachmentStatus.attached"), value => Facts.IsTrue(value["status"u8]["attached"u8])),
            PrintedColumn.Age,
        ]);

    private static Cell PhaseOf(JsonValue value) =>
        Facts.IsBeingDeleted(value) ? "Terminating" : Facts.Text(value["status"u8]["phase"u8]);

    private static Cell ModeOf(JsonValue value) => value["spec"u8]["volumeMode"u8].AsString() ?? Facts.Unset;

    private static Cell AttributesClassOf(JsonValue value) => value["spec"u8]["volumeAttributesClassName"u8].AsString() ?? Facts.Unset;

    private static string VolumeOf(JsonValue claim) => Facts.Text(claim["spec"u8]["volumeName"u8]);

    private static string ClaimOf(JsonValue claim) =>
        claim.IsAbsent ? "" : $"{Facts.Text(claim["namespace"u8])}/{Facts.Text(claim["name"u8])}";

    private static string ClassOf(JsonValue value) =>
        value["metadata"u8]["annotations"u8]["volume.beta.kubernetes.io/storage-class"u8].AsString()
            ?? Facts.Text(value["spec"u8]["storageClassName"u8]);

    /// <summary>The modes by their short names, each once, from the least to the most that they allow.</summary>
    private static string ModesOf(JsonValue modes)
    {
        HashSet<string> set = [.. modes.Items().Select(Facts.Text)];
        (string Name, string Short)[] known =
            [("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP")];
        return string.Join(',', known.Where(mode => set.Contains(mode.Name)).Select(mode => mode.Short));
    }

    private static string MarkedName(JsonValue value, params ReadOnlySpan<string> annotations)
    {
        foreach (string annotation in annotations)
        {
            if (value["metadata"u8]["annotations"u8][annotation].TextEquals("true"u8))
            {
                return Facts.NameOf(value) + " (default)";
            }
        }

        return Facts.NameOf(value);
    }
}
