using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of ReplicationControllers, whose selector is a map. Source: <c>pkg/apis/core/validation</c>.</summary>
internal static class ControllerRules
{
    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = Check,
        Update = (value, _, causes) => Check(value, causes),
        StatusUpdate = WorkloadStatusRules.OfReplicaSet,
    };

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        JsonValue selector = spec["selector"u8];
        FieldRules.NonNegative(spec["minReadySeconds"u8], "spec.minReadySeconds", causes);
        if (selector.Count == 0)
        {
            causes.Add(FieldError.Required("spec.selector"));
        }

        FieldRules.NonNegative(spec["replicas"u8], "spec.replicas", causes);
        JsonValue template = spec["template"u8];
        if (template.IsAbsent)
        {
            causes.Add(FieldError.Required("spec.template"));
            return;
        }

        JsonValue labels = template["metadata"u8]["labels"u8];
        if (selector.Members().Any(member => labels[member.Key].AsString() != member.Value.AsString()))
        {
            causes.Add(FieldError.Invalid("spec.template.metadata.labels", FixedField.Show(labels), "`selector` does not match template `labels`"));
        }

        WorkloadRules.Template(template, "spec.template", causes);
        WorkloadRules.RunsForever(template["spec"u8], "ReplicationController", causes);
    }
}
