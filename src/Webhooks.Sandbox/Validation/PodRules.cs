using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Pods and of the templates they are made of.</summary>
internal static class PodRules
{
    /// <summary>The annotation of pods that a node's own files ask for.</summary>
    public const string MirrorAnnotation = "kubernetes.io/config.mirror";

    private static readonly string[] RestartPolicies = ["Always", "OnFailure", "Never"];
    private static readonly string[] DnsPolicies = ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"];

    /// <summary>The rules of Pods.</summary>
    public static KindRules Rules { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = (value, causes) =>
        {
            Spec(value["spec"u8], "spec", causes);
            if (value["spec"u8]["ephemeralContainers"u8].Count > 0)
            {
                causes.Add(FieldError.Forbidden("spec.ephemeralContainers", "cannot be set on create"));
            }
        },
        Update = PodUpdateRules.Check,
        SubresourceUpdates = new Dictionary<string, Action<JsonValue, JsonValue, List<StatusCause>>>
        {
            ["ephemeralcontainers"] = EphemeralContainerRules.Update,
            ["resize"] = PodResizeRules.Check,
        },
    };

    /// <summary>Looks at a pod's spec.</summary>
    public static void Spec(JsonValue spec, string field, List<StatusCause> causes)
    {
        HashSet<string> volumes = VolumeRules.Check(spec["volumes"u8], field + ".volumes", causes);
        JsonValue containers = spec["containers"u8];
        HashSet<string> names = new(StringComparer.Ordinal);
        if (containers.Count == 0)
        {
            causes.Add(FieldError.Required(field + ".containers"));
        }

        ContainerRules.Check(containers, field + ".containers", volumes, names, causes);
        ContainerRules.Check(spec["initContainers"u8], field + ".initContainers", volumes, names, causes);
        EphemeralContainerRules.Check(spec["ephemeralContainers"u8], field + ".ephemeralContainers", volumes, names, causes);
        FieldRules.OneOf(spec["restartPolicy"u8], field + ".restartPolicy", RestartPolicies, causes);
        FieldRules.OneOf(spec["dnsPolicy"u8], field + ".dnsPolicy", DnsPolicies, causes);
        causes.AddRange(ObjectMetaRules.Labels(spec["nodeSelector"u8], field + ".nodeSelector"));
        if (spec["serviceAccountName"u8].AsString() is { Length: > 0 })
        {
            FieldRules.Text(spec["serviceAccountName"u8], field + ".serviceAccountName", DnsSubdomain.Problems, causes);
        }

        if (spec["nodeName"u8].AsString() is { Length: > 0 })
        {
            FieldRules.Text(spec["nodeName"u8], field + ".nodeName", DnsSubdomain.Problems, causes);
        }

        if (spec["activeDeadlineSeconds"u8].TryGetInt64(out long seconds) && seconds is < 1 or > int.MaxValue)
        {
            causes.Add(FieldError.Invalid(field + ".activeDeadlineSeconds", seconds, "must be between 1 and 2147483647, inclusive"));
        }
    }
}
