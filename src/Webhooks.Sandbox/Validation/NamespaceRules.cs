using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Namespaces.</summary>
internal static class NamespaceRules
{
    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Name = NameRules.Label,
        Create = (value, causes) => Finalizers(value["spec"u8]["finalizers"u8], causes),
        StatusUpdate = Status,
    };

    private static void Finalizers(JsonValue finalizers, List<StatusCause> causes)
    {
        foreach ((int index, JsonValue item) in finalizers.Items().Index())
        {
            FieldRules.Text(item, $"spec.finalizers[{index}]", QualifiedName.Problems, causes);
        }

        MetadataRules.QualifiedFinalizers(finalizers, "spec.finalizers", causes);
    }

    private static void Status(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        string phase = value["status"u8]["phase"u8].AsString() ?? "";
        bool isDeleted = !value["metadata"u8]["deletionTimestamp"u8].IsAbsent;
        if (!isDeleted && phase != "Active")
        {
            causes.Add(FieldError.Invalid("status.Phase", phase, "may only be 'Active' if `deletionTimestamp` is empty"));
        }
        else if (isDeleted && phase != "Terminating")
        {
            causes.Add(FieldError.Invalid("status.Phase", phase, "may only be 'Terminating' if `deletionTimestamp` is not empty"));
        }
    }
}
