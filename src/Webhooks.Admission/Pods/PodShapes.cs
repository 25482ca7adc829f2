namespace Webhooks.Admission.Pods;

/// <summary>
/// What a pod template holds: types, list-map keys, dropped zero values, defaults and how fields merge. Derived
/// once, when it is first asked for, from the schema that the API server publishes and <see cref="ShapeOverlay"/>.
/// </summary>
internal static class PodShapes
{
    private static readonly SchemaShapes Derived = new(PodSchema.Read());

    public static readonly Shape Container = Derived.OfType("Container");

    public static readonly Shape ContainerPort = Derived.OfType("ContainerPort");

    public static readonly Shape Volume = Derived.OfType("Volume");

    /// <summary>All fields of a PodSpec, with the defaults that the API server fills in for pod templates.</summary>
    public static readonly Shape PodSpec = Derived.OfType("PodSpec");

    /// <summary>A whole pod template, its metadata and all its PodSpec.</summary>
    public static readonly Shape PodTemplate = Derived.OfType("PodTemplateSpec");

    /// <summary>The part of a pod template's metadata that a template may bring.</summary>
    public static readonly Shape Metadata = PodTemplate.Fields["metadata"].Only("labels", "annotations");

    /// <summary>The fields of a PodSpec that a template may bring, in the order in which documentation names them.</summary>
    public static readonly string[] Brought =
    [
        "containers", "initContainers", "volumes", "imagePullSecrets", "hostAliases", "tolerations", "readinessGates", "nodeSelector",
        "dnsConfig", "securityContext", "shareProcessNamespace", "terminationGracePeriodSeconds", "topologySpreadConstraints", "resourceClaims",
    ];

    /// <summary>A PodSpec, as far as templates bring it.</summary>
    public static readonly Shape BroughtSpec = PodSpec.Only(Brought);

    /// <summary>What stands beside the PodSpec and may be listed in a status: the metadata that templates bring.</summary>
    public static readonly Shape Listed = Shape.Object(("metadata", Metadata));
}
