using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Validation.PodDiff;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>What of a Job may not change: whose pods it counts, how many, and what they are made of. Source: <c>pkg/apis/batch/validation</c>.</summary>
internal static class JobUpdateRules
{
    private static readonly string[] Fixed = ["completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy"];

    /// <summary>In the order of Go's fields, of which templates use these.</summary>
    private static readonly string[] Metadata = ["name", "generateName", "namespace", "labels", "annotations", "ownerReferences", "finalizers"];

    /// <summary>Looks at the <c>spec</c> of a Job beside the Job that was.</summary>
    public static void Check(JsonValue spec, JsonValue old, List<StatusCause> causes)
    {
        JsonValue before = old["spec"u8];
        Completions(spec, before, causes);
        FixedField.Check(spec["selector"u8], before["selector"u8], "spec.selector", causes);
        Template(spec["template"u8], before["template"u8], IsWaiting(old), causes);
        foreach (string member in Fixed)
        {
            FixedField.Check(spec[member], before[member], $"spec.{member}", causes);
        }
    }

    private static void Completions(JsonValue spec, JsonValue before, List<StatusCause> causes)
    {
        JsonValue wanted = spec["completions"u8];
        if (spec["completionMode"u8].AsString() != "Indexed")
        {
            FixedField.Check(wanted, before["completions"u8], "spec.completions", causes);
        }
        else if (!wanted.IsAbsent && !FixedField.AreSame(wanted, before["completions"u8]) && !FixedField.AreSame(wanted, spec["parallelism"u8]))
        {
            causes.Add(FieldError.Invalid("spec.completions", FixedField.Show(wanted), "can only be modified in tandem with spec.parallelism"));
        }
    }

    /// <summary>Whether the Job is held back and never ran: then where its pods run may still change.</summary>
    private static bool IsWaiting(JsonValue old) => old["spec"u8]["suspend"u8].Kind == JsonKind.True && old["status"u8]["startTime"u8].IsAbsent;

    private static void Template(JsonValue template, JsonValue before, bool isWaiting, List<StatusCause> causes)
    {
        JsonDraft known = new(before);
        if (isWaiting)
        {
            foreach (string member in new[] { "labels", "annotations" })
            {
                known.Child("metadata").SetOrRemove(member, template["metadata"u8][member]);
            }

            foreach (string member in new[] { "affinity", "nodeSelector", "schedulingGates", "tolerations" })
            {
                known.Child("spec").SetOrRemove(member, template["spec"u8][member]);
            }
        }

        string wanted = Shown(template);
        if (wanted != Shown(known.Freeze(JsonPolicy.Server)))
        {
            causes.Add(FieldError.Invalid("spec.template", BadValue.Json(wanted), "field is immutable"));
        }
    }

    /// <summary>As Go writes the internal type: the metadata has tags and no name, the spec has no tags.</summary>
    private static string Shown(JsonValue template)
    {
        IEnumerable<string> metadata = Metadata
            .Where(member => !template["metadata"u8][member].IsAbsent)
            .Select(member => $"\"{member}\":{template["metadata"u8][member]},");
        return $"{{{string.Concat(metadata)}\"Spec\":{InternalForm.Compact("PodSpec", template["spec"u8])}}}";
    }
}
