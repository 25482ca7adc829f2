using Webhooks.Admission.Pods;
using Xunit;

namespace Webhooks.Tests.Pods;

/// <summary>What is derived of schema and overlay.</summary>
public class PodShapesTests
{
    [Fact]
    public void A_pod_template_has_its_metadata_and_the_whole_PodSpec()
    {
        Assert.Equal(["metadata: Object = {}", "spec: Object = {}"], ShapeText.FieldsOf(PodShapes.PodTemplate));
        Assert.Equal(["labels: Map of Text", "annotations: Map of Text"], ShapeText.FieldsOf(PodShapes.Metadata));
        Assert.Equal(
            [
                "activeDeadlineSeconds: Number of 64 bits pointer",
                "affinity: Object",
                "automountServiceAccountToken: Flag pointer",
                "containers: List of Object by name",
                "dnsConfig: Object",
                "dnsPolicy: Text = \"ClusterFirst\"",
                "enableServiceLinks: Flag pointer",
                "ephemeralContainers: List of Object by name",
                "hostAliases: List of Object by ip",
                "hostIPC: Flag",
                "hostNetwork: Flag",
                "hostPID: Flag",
                "hostUsers: Flag pointer",
                "hostname: Text",
                "hostnameOverride: Text pointer",
                "imagePullSecrets: List of Object by name",
                "initContainers: List of Object by name",
                "nodeName: Text",
                "nodeSelector: Map of Text",
                "os: Object",
                "overhead: Map of Quantity",
                "preemptionPolicy: Text pointer",
                "priority: Number pointer",
                "priorityClassName: Text",
                "readinessGates: List of Object union",
                "resourceClaims: List of Object by name",
                "resources: Object",
                "restartPolicy: Text = \"Always\"",
                "runtimeClassName: Text pointer",
                "schedulerName: Text = \"default-scheduler\"",
                "schedulingGates: List of Object by name",
                "schedulingGroup: Object",
                "securityContext: Object = {}",
                "serviceAccount: Text derived",
                "serviceAccountName: Text derived",
                "setHostnameAsFQDN: Flag pointer",
                "shareProcessNamespace: Flag pointer",
                "subdomain: Text",
                "terminationGracePeriodSeconds: Number of 64 bits pointer = 30",
                "tolerations: List of Object union",
                "topologySpreadConstraints: List of Object by topologyKey, whenUnsatisfiable",
                "volumes: List of Object by name",
            ],
            ShapeText.FieldsOf(PodShapes.PodSpec));
    }

    [Fact]
    public void A_container_is_as_the_merge_wants_it() => Assert.Equal(
        [
            "args: List of Text atomic",
            "command: List of Text atomic",
            "env: List of Object by name",
            "envFrom: List of Object union",
            "image: Text",
            "imagePullPolicy: Text derived",
            "lifecycle: Object",
            "livenessProbe: Object atomic",
            "name: Text",
            "ports: List of Object by containerPort, protocol",
            "readinessProbe: Object atomic",
            "resizePolicy: List of Object atomic",
            "resources: Object atomic = {}",
            "restartPolicy: Text pointer",
            "restartPolicyRules: List of Object atomic",
            "securityContext: Object",
            "startupProbe: Object atomic",
            "stdin: Flag",
            "stdinOnce: Flag",
            "terminationMessagePath: Text = \"/dev/termination-log\"",
            "terminationMessagePolicy: Text = \"File\"",
            "tty: Flag",
            "volumeDevices: List of Object by devicePath",
            "volumeMounts: List of Object by mountPath",
            "workingDir: Text",
        ],
        ShapeText.FieldsOf(PodShapes.Container));

    [Fact]
    public void A_port_defaults_to_TCP()
    {
        Assert.Equal(
            ["containerPort: Number", "hostIP: Text", "hostPort: Number", "name: Text", "protocol: Text = \"TCP\""],
            ShapeText.FieldsOf(PodShapes.ContainerPort));
        Assert.True(PodShapes.ContainerPort.IsAtomic);
        Assert.Equal("\"TCP\"", PodShapes.Container.Fields["ports"].Keys[1].Shape.Default.ToString());
    }

    [Fact]
    public void A_volume_without_a_source_is_an_emptyDir()
    {
        Assert.Equal("emptyDir", PodShapes.Volume.DefaultSource);
        Assert.True(PodShapes.Volume.IsAtomic);
        Assert.Equal(["labels: Map of Text", "annotations: Map of Text"], ShapeText.FieldsOf(
            PodShapes.Volume.Fields["ephemeral"].Fields["volumeClaimTemplate"].Fields["metadata"]));
    }

    /// <summary>Only what the API server itself doesn't look into.</summary>
    [Fact]
    public void Nothing_is_left_undescribed()
    {
        List<string> undescribed = [];
        Collect("", PodShapes.PodTemplate, undescribed);
        Assert.Equal([".metadata.managedFields[].fieldsV1"], undescribed);
    }

    [Fact]
    public void What_templates_bring_is_described() => Assert.All(PodShapes.Brought, field => Assert.Contains(field, PodShapes.PodSpec.Fields.Keys));

    private static void Collect(string path, Shape shape, List<string> undescribed)
    {
        if (shape.Kind == ShapeKind.Any)
        {
            undescribed.Add(path);
        }

        foreach ((string name, Shape field) in shape.Fields)
        {
            Collect($"{path}.{name}", field, undescribed);
        }

        if (shape.Item != null)
        {
            Collect(path + "[]", shape.Item, undescribed);
        }
    }
}
