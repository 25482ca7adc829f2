namespace Webhooks.Schemas.Metadata;

/// <summary>A Go struct that metadata is decoded into: its name, and its members by their JSON names. Source: <c>k8s.io/apimachinery/pkg/apis/meta/v1</c>.</summary>
internal sealed record MetadataStruct(string Name, IReadOnlyDictionary<string, MetadataType> Members)
{
    public static MetadataStruct ObjectMeta { get; } = new("ObjectMeta", new Dictionary<string, MetadataType>
    {
        ["name"] = MetadataType.Text,
        ["generateName"] = MetadataType.Text,
        ["namespace"] = MetadataType.Text,
        ["selfLink"] = MetadataType.Text,
        ["uid"] = MetadataType.Uid,
        ["resourceVersion"] = MetadataType.Text,
        ["generation"] = MetadataType.Integer,
        ["creationTimestamp"] = MetadataType.Time,
        ["deletionTimestamp"] = MetadataType.Time,
        ["deletionGracePeriodSeconds"] = MetadataType.Integer,
        ["labels"] = MetadataType.TextMap,
        ["annotations"] = MetadataType.TextMap,
        ["ownerReferences"] = MetadataType.OwnerReferences,
        ["finalizers"] = MetadataType.TextList,
        ["managedFields"] = MetadataType.ManagedFields,
    });

    public static MetadataStruct OwnerReference { get; } = new("OwnerReference", new Dictionary<string, MetadataType>
    {
        ["apiVersion"] = MetadataType.Text,
        ["kind"] = MetadataType.Text,
        ["name"] = MetadataType.Text,
        ["uid"] = MetadataType.Uid,
        ["controller"] = MetadataType.Flag,
        ["blockOwnerDeletion"] = MetadataType.Flag,
    });

    public static MetadataStruct ManagedFieldsEntry { get; } = new("ManagedFieldsEntry", new Dictionary<string, MetadataType>
    {
        ["manager"] = MetadataType.Text,
        ["operation"] = MetadataType.Text,
        ["apiVersion"] = MetadataType.Text,
        ["time"] = MetadataType.Time,
        ["fieldsType"] = MetadataType.Text,
        ["fieldsV1"] = MetadataType.Any,
        ["subresource"] = MetadataType.Text,
    });
}
