using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Validation.PodDiff;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of the containers that join a running pod: they are added, and stay as they are.</summary>
internal static class EphemeralContainerRules
{
    private const string Unfit = "cannot be set for an Ephemeral Container";

    /// <summary>What pods are promised for, and these are not, in the order of the fields.</summary>
    private static readonly string[] UnfitMembers =
    [
        "ports", "resources", "resizePolicy", "restartPolicy", "restartPolicyRules", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle",
    ];

    private static readonly string[] SubPaths = ["subPath", "subPathExpr"];

    /// <summary>Looks at the ephemeral containers of a pod.</summary>
    /// <param name="containers">The list.</param>
    /// <param name="field">Its path.</param>
    /// <param name="volumes">The names of the pod's volumes.</param>
    /// <param name="names">The names of the pod's other containers, which these join.</param>
    /// <param name="causes">What is wrong comes here.</param>
    public static void Check(JsonValue containers, string field, HashSet<string> volumes, HashSet<string> names, List<StatusCause> causes)
    {
        HashSet<string> others = new(names, StringComparer.Ordinal);
        foreach ((int index, JsonValue container) in containers.Items().Index())
        {
            string path = $"{field}[{index}]";
            ContainerRules.CheckOne(container, path, volumes, names, causes);
            if (container["targetContainerName"u8].AsString() is { Length: > 0 } target && !others.Contains(target))
            {
                causes.Add(FieldError.NotFound(path + ".targetContainerName", target));
            }

            causes.AddRange(UnfitMembers.Where(member => !FixedField.AreSame(container[member], default)).Select(member => FieldError.Forbidden($"{path}.{member}", Unfit)));
            foreach ((int mount, JsonValue value) in container["volumeMounts"u8].Items().Index())
            {
                causes.AddRange(SubPaths
                    .Where(member => value[member].AsString() is { Length: > 0 })
                    .Select(member => FieldError.Forbidden($"{path}.volumeMounts[{mount}].{member}", Unfit)));
            }
        }
    }

    /// <summary>A write of <c>ephemeralcontainers</c> adds some: those there stay as they are, in any order.</summary>
    public static void Update(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        PodRules.Spec(value["spec"u8], "spec", causes);
        if (!old["metadata"u8]["annotations"u8][PodRules.MirrorAnnotation].IsMissing)
        {
            causes.Clear();
            causes.Add(FieldError.Forbidden("", "static pods do not support ephemeral containers"));
            return;
        }

        ILookup<string, JsonValue> next = value["spec"u8]["ephemeralContainers"u8].Items().ToLookup(NameOf, StringComparer.Ordinal);
        foreach (JsonValue before in old["spec"u8]["ephemeralContainers"u8].Items())
        {
            string start = $"existing ephemeral containers {GoString.Quote(NameOf(before))} may not be ";
            if (!next.Contains(NameOf(before)))
            {
                causes.Add(FieldError.Forbidden("spec.ephemeralContainers", start + "removed\n"));
            }
            else if (next[NameOf(before)].Last() is var after && !JsonEquality.AreEqual(before, after))
            {
                string[] lines = InternalForm.Lines("EphemeralContainer", before);
                causes.Add(FieldError.Forbidden("spec.ephemeralContainers", $"{start}changed\n{UnifiedDiff.Of(lines, InternalForm.Lines("EphemeralContainer", after))}"));
            }
        }
    }

    private static string NameOf(JsonValue container) => container["name"u8].AsString() ?? "";
}
