using static Webhooks.Admission.Pods.Shape;

namespace Webhooks.Admission.Pods;

/// <summary>The part of the table that volumes take: one source each, most of them plain fields.</summary>
internal static class VolumeShapes
{
    private const string DefaultMode = "420";
    private static readonly Shape SecretRef = Object(("name", Text));
    private static readonly Shape Items = List(Object(("key", Text), ("path", Text), ("mode", Number.Pointer()))).Atomic();

    public static readonly Shape LabelSelector = Object(
        ("matchLabels", Map(Text.Pointer())),
        ("matchExpressions", List(Object(("key", Text), ("operator", Text), ("values", List(Text).Atomic()))).Atomic())).Atomic();

    private static readonly Shape DownwardItems = List(Object(
        ("path", Text),
        ("fieldRef", DownwardShapes.ObjectField),
        ("resourceFieldRef", DownwardShapes.ResourceField),
        ("mode", Number.Pointer()))).Atomic();

    private static readonly Shape Projected = Object(
        ("defaultMode", Number.Pointer().WithDefault(DefaultMode)),
        ("sources", List(Object(
            ("secret", Object(("name", Text), ("items", Items), ("optional", Flag.Pointer()))),
            ("configMap", Object(("name", Text), ("items", Items), ("optional", Flag.Pointer()))),
            ("downwardAPI", Object(("items", DownwardItems))),
            ("serviceAccountToken", Object(
                ("audience", Text), ("expirationSeconds", Number.Pointer().WithDefault("3600")), ("path", Text))),
            ("clusterTrustBundle", Object(
                ("name", Text.Pointer()),
                ("signerName", Text.Pointer()),
                ("labelSelector", LabelSelector),
                ("optional", Flag.Pointer()),
                ("path", Text))),
            ("podCertificate", Object(
                ("signerName", Text),
                ("keyType", Text),
                ("maxExpirationSeconds", Number.Pointer()),
                ("credentialBundlePath", Text),
                ("keyPath", Text),
                ("certificateChainPath", Text),
                ("userAnnotations", Map(Text.Pointer())))))).Atomic()));

    private static readonly Shape Ephemeral = Object(("volumeClaimTemplate", Object(
        ("metadata", Object(("labels", Map(Text.Pointer())), ("annotations", Map(Text.Pointer())))),
        ("spec", Object(
            ("accessModes", List(Text).Atomic()),
            ("selector", LabelSelector),
            ("resources", Object(("limits", Map(Quantity)), ("requests", Map(Quantity)))),
            ("volumeName", Text),
            ("storageClassName", Text.Pointer()),
            ("volumeMode", Text.Pointer().WithDefault("\"Filesystem\"")),
            ("dataSource", Object(("apiGroup", Text.Pointer()), ("kind", Text), ("name", Text)).Atomic()),
            ("dataSourceRef", Object(("apiGroup", Text.Pointer()), ("kind", Text), ("name", Text), ("namespace", Text.Pointer()))),
            ("volumeAttributesClassName", Text.Pointer()))))));

    public static readonly Shape Volume = Object(
        ("name", Text),
        ("emptyDir", Object(("medium", Text), ("sizeLimit", Quantity.Pointer()))),
        ("hostPath", Object(("path", Text), ("type", Text.Pointer().WithDefault("\"\"")))),
        ("configMap", Object(
            ("name", Text), ("items", Items), ("defaultMode", Number.Pointer().WithDefault(DefaultMode)), ("optional", Flag.Pointer()))),
        ("secret", Object(
            ("secretName", Text), ("items", Items), ("defaultMode", Number.Pointer().WithDefault(DefaultMode)), ("optional", Flag.Pointer()))),
        ("downwardAPI", Object(("items", DownwardItems), ("defaultMode", Number.Pointer().WithDefault(DefaultMode)))),
        ("projected", Projected),
        ("persistentVolumeClaim", Object(("claimName", Text), ("readOnly", Flag))),
        ("ephemeral", Ephemeral),
        ("csi", Object(
            ("driver", Text),
            ("readOnly", Flag.Pointer()),
            ("fsType", Text.Pointer()),
            ("volumeAttributes", Map(Text.Pointer())),
            ("nodePublishSecretRef", SecretRef))),
        ("image", Object(("reference", Text), ("pullPolicy", Text))),
        ("nfs", Object(("server", Text), ("path", Text), ("readOnly", Flag))),
        ("iscsi", Object(
            ("targetPortal", Text),
            ("iqn", Text),
            ("lun", Number),
            ("iscsiInterface", Text.WithDefault("\"default\"")),
            ("fsType", Text),
            ("readOnly", Flag),
            ("portals", List(Text).Atomic()),
            ("chapAuthDiscovery", Flag),
            ("chapAuthSession", Flag),
            ("secretRef", SecretRef),
            ("initiatorName", Text.Pointer()))),
        ("fc", Object(
            ("targetWWNs", List(Text).Atomic()),
            ("lun", Number.Pointer()),
            ("fsType", Text),
            ("readOnly", Flag),
            ("wwids", List(Text).Atomic()))),
        ("azureFile", Object(("secretName", Text), ("shareName", Text), ("readOnly", Flag))),
        ("azureDisk", Object(
            ("diskName", Text),
            ("diskURI", Text),
            ("cachingMode", Text.Pointer().WithDefault("\"ReadWrite\"")),
            ("fsType", Text.Pointer().WithDefault("\"ext4\"")),
            ("readOnly", Flag.Pointer().WithDefault("false")),
            ("kind", Text.Pointer().WithDefault("\"Shared\"")))),
        ("awsElasticBlockStore", Object(("volumeID", Text), ("fsType", Text), ("partition", Number), ("readOnly", Flag))),
        ("gcePersistentDisk", Object(("pdName", Text), ("fsType", Text), ("partition", Number), ("readOnly", Flag))),
        ("vsphereVolume", Object(
            ("volumePath", Text), ("fsType", Text), ("storagePolicyName", Text), ("storagePolicyID", Text))),
        ("cephfs", Object(
            ("monitors", List(Text).Atomic()),
            ("path", Text),
            ("user", Text),
            ("secretFile", Text),
            ("secretRef", SecretRef),
            ("readOnly", Flag))),
        ("rbd", Object(
            ("monitors", List(Text).Atomic()),
            ("image", Text),
            ("fsType", Text),
            ("pool", Text.WithDefault("\"rbd\"")),
            ("user", Text.WithDefault("\"admin\"")),
            ("keyring", Text.WithDefault("\"/etc/ceph/keyring\"")),
            ("secretRef", SecretRef),
            ("readOnly", Flag))),
        ("cinder", Object(("volumeID", Text), ("fsType", Text), ("readOnly", Flag), ("secretRef", SecretRef))),
        ("flexVolume", Object(
            ("driver", Text), ("fsType", Text), ("secretRef", SecretRef), ("readOnly", Flag), ("options", Map(Text.Pointer())))),
        ("flocker", Object(("datasetName", Text), ("datasetUUID", Text))),
        ("gitRepo", Object(("repository", Text), ("revision", Text), ("directory", Text))),
        ("glusterfs", Object(("endpoints", Text), ("path", Text), ("readOnly", Flag))),
        ("photonPersistentDisk", Object(("pdID", Text), ("fsType", Text))),
        ("portworxVolume", Object(("volumeID", Text), ("fsType", Text), ("readOnly", Flag))),
        ("quobyte", Object(
            ("registry", Text), ("volume", Text), ("readOnly", Flag), ("user", Text), ("group", Text), ("tenant", Text))),
        ("scaleIO", Object(
            ("gateway", Text),
            ("system", Text),
            ("secretRef", SecretRef),
            ("sslEnabled", Flag),
            ("protectionDomain", Text),
            ("storagePool", Text),
            ("storageMode", Text.WithDefault("\"ThinProvisioned\"")),
            ("volumeName", Text),
            ("fsType", Text.WithDefault("\"xfs\"")),
            ("readOnly", Flag))),
        ("storageos", Object(
            ("volumeName", Text), ("volumeNamespace", Text), ("fsType", Text), ("readOnly", Flag), ("secretRef", SecretRef))))
        .Atomic().WithDefaultSource("emptyDir");
}
