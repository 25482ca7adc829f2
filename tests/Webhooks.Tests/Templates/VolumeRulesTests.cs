using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class VolumeRulesTests
{
    private const string Mode = "must be a number between 0 and 0777 (octal), both inclusive";

    [Theory]
    [InlineData("volumes: [§{}]", "volumes[0].name: Required value; give the volume a name")]
    [InlineData("volumes: [{name: §a.b}]", "volumes[0].name: Invalid value: \"a.b\": must not contain dots")]
    [InlineData("volumes: [{name: a}, {name: §a}]", "volumes[1].name: Duplicate value: \"a\"; volumes[0].name has it too, change one of them")]
    [InlineData("volumes: [{name: a, emptyDir: {}, hostPath: §{path: /}}]", "volumes[0].hostPath: Forbidden: may not specify more than 1 volume type")]
    [InlineData("volumes: [{name: a, §emptydir: {}}]", "volumes[0].emptydir: unknown field; did you mean \"emptyDir\"?")]
    [InlineData("volumes: §{name: a}", "volumes: must be a list")]
    [InlineData("volumes: [§null, {name: a}]", "volumes[0]: must not be null; remove the empty item")]
    public void Names_and_sources(string template, string message) => Refuses(template, message);

    [Theory]
    [InlineData("emptyDir: {sizeLimit: §-1Mi}", "emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid resource quantity")]
    [InlineData("emptyDir: {sizeLimit: §1 Gi}", "emptyDir.sizeLimit: must be a quantity such as 100m or 128Mi")]
    [InlineData("hostPath: §{}", "hostPath.path: Required value")]
    [InlineData("hostPath: {path: §/a/..}", "hostPath.path: Invalid value: \"/a/..\": must not contain '..'")]
    [InlineData(
        "hostPath: {path: /a, type: §Dir}",
        "hostPath.type: Unsupported value: \"Dir\": supported values: \"BlockDevice\", \"CharDevice\", \"Directory\", \"DirectoryOrCreate\", \"File\", \"FileOrCreate\", \"Socket\"")]
    [InlineData("configMap: §{}", "configMap.name: Required value")]
    [InlineData("configMap: {name: c, defaultMode: §644}", "configMap.defaultMode: Invalid value: 644: " + Mode + "; in YAML write 0644, in JSON 420")]
    [InlineData("configMap: {name: c, items: [§{path: p}]}", "configMap.items[0].key: Required value")]
    [InlineData("configMap: {name: c, items: [{key: k, path: §/p}]}", "configMap.items[0].path: Invalid value: \"/p\": must be a relative path")]
    [InlineData("configMap: {name: c, items: [{key: k, path: §..p}]}", "configMap.items[0].path: Invalid value: \"..p\": must not start with '..'")]
    [InlineData("secret: §{}", "secret.secretName: Required value")]
    [InlineData("secret: {secretName: s, items: [{key: k, path: p, mode: §-1}]}", "secret.items[0].mode: Invalid value: -1: " + Mode)]
    [InlineData("persistentVolumeClaim: §{}", "persistentVolumeClaim.claimName: Required value")]
    [InlineData("nfs: {server: s, path: §a}", "nfs.path: Invalid value: \"a\": must be an absolute path")]
    [InlineData("csi: §{}", "csi.driver: Required value")]
    [InlineData("csi: {driver: d, nodePublishSecretRef: §{}}", "csi.nodePublishSecretRef.name: Required value")]
    [InlineData("image: §{}", "image.reference: Required value")]
    [InlineData("image: {reference: r, pullPolicy: §always}", "image.pullPolicy: Unsupported value: \"always\": supported values: \"Always\", \"IfNotPresent\", \"Never\"; did you mean \"Always\"?")]
    [InlineData("downwardAPI: {items: [§{path: p}]}", "downwardAPI.items[0]: Required value: one of fieldRef and resourceFieldRef is required")]
    [InlineData(
        "downwardAPI: {items: [{path: p, fieldRef: {fieldPath: §spec.nodeName}}]}",
        "downwardAPI.items[0].fieldRef.fieldPath: Unsupported value: \"spec.nodeName\": supported values: \"metadata.annotations\", \"metadata.labels\", \"metadata.name\", \"metadata.namespace\", \"metadata.uid\"")]
    [InlineData("downwardAPI: {items: [{path: p, resourceFieldRef: §{resource: limits.cpu}}]}", "downwardAPI.items[0].resourceFieldRef.containerName: Required value")]
    [InlineData("projected: {sources: [§{secret: {name: a}, configMap: {name: b}}]}", "projected.sources[0]: Forbidden: may not specify more than 1 volume type per source; make a source of each")]
    [InlineData("projected: {sources: [{serviceAccountToken: {path: t, expirationSeconds: §10}}]}", "projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value: 10: may not specify a duration less than 10 minutes")]
    [InlineData("projected: {sources: [{serviceAccountToken: §{}}]}", "projected.sources[0].serviceAccountToken.path: Required value")]
    [InlineData(
        "projected: {sources: [{secret: {name: a, items: [{key: k, path: p}]}}, {configMap: {name: b, items: [{key: k, path: §p}]}}]}",
        "projected.sources[1].configMap.items[0].path: Invalid value: \"p\": conflicting duplicate paths")]
    [InlineData("projected: {sources: [{clusterTrustBundle: §{path: p}}]}", "projected.sources[0].clusterTrustBundle: Required value: either name or signerName must be specified")]
    [InlineData(
        "projected: {sources: [{podCertificate: {signerName: a/b, keyType: §RSA, keyPath: k}}]}",
        "projected.sources[0].podCertificate.keyType: Unsupported value: \"RSA\": supported values: \"ECDSAP256\", \"ECDSAP384\", \"ECDSAP521\", \"ED25519\", \"RSA3072\", \"RSA4096\"")]
    [InlineData("ephemeral: §{}", "ephemeral.volumeClaimTemplate: Required value")]
    [InlineData("ephemeral: {volumeClaimTemplate: {spec: §{resources: {requests: {storage: 1}}}}}", "ephemeral.volumeClaimTemplate.spec.accessModes: Required value: at least 1 access mode is required")]
    [InlineData(
        "ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: §0}}}}}",
        "ephemeral.volumeClaimTemplate.spec.resources.requests.storage: Invalid value: 0: must be greater than zero")]
    [InlineData("iscsi: {targetPortal: t, iqn: §i, lun: 0}", "iscsi.iqn: Invalid value: \"i\": must be valid format starting with iqn, eui, or naa")]
    [InlineData("fc: {wwids: [a], targetWWNs: §[b], lun: 1}", "fc.targetWWNs: Invalid value: \"\": targetWWNs and wwids can not be specified simultaneously")]
    [InlineData("azureDisk: {diskName: d, diskURI: §/subscriptions/x}", "azureDisk.diskURI: Invalid value: \"/subscriptions/x\": must start with https:// where kind is Shared")]
    [InlineData("flexVolume: {driver: d, options: {§kubernetes.io/a: b}}", "flexVolume.options[kubernetes.io/a]: Invalid value: \"kubernetes.io/a\": kubernetes.io and k8s.io namespaces are reserved")]
    [InlineData("gcePersistentDisk: {pdName: p, partition: §256}", "gcePersistentDisk.partition: Invalid value: 256: must be between 1 and 255, inclusive")]
    public void Sources(string fragment, string message) => Refuses(Volume(fragment), "volumes[0]." + message);

    [Theory]
    [InlineData("emptyDir: {medium: Memory, sizeLimit: 0}")]
    [InlineData("emptyDir: null, hostPath: null")]
    [InlineData("hostPath: {path: /a..b, type: ''}")]
    [InlineData("configMap: {name: Any Name, defaultMode: 0777, items: [{key: any key, path: a/b, mode: 0}], optional: true}")]
    [InlineData("secret: {secretName: s, defaultMode: 0o17}")]
    [InlineData("projected: {sources: []}")]
    [InlineData("projected: {sources: [{}, {serviceAccountToken: {path: t}}, {downwardAPI: {items: [{path: l, fieldRef: {fieldPath: metadata.labels}}]}}]}")]
    [InlineData("csi: {driver: Secrets-Store.csi.k8s.io, readOnly: true, volumeAttributes: {a: ''}}")]
    [InlineData("ephemeral: {volumeClaimTemplate: {metadata: {labels: {a: b}}, spec: {accessModes: [ReadWriteOncePod], storageClassName: '', resources: {requests: {storage: 1Gi}}}}}")]
    [InlineData("iscsi: {targetPortal: t, iqn: 'iqn.2001-04.com.example:storage', lun: 0}")]
    [InlineData("azureDisk: {diskName: d, diskURI: /subscriptions/x, kind: Managed}")]
    [InlineData("image: {reference: 'r:latest', pullPolicy: ''}")]
    [InlineData("downwardAPI: {}")]
    public void Sources_that_are_fine(string fragment) => Accepts(Volume(fragment));
}
