using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;
using Webhooks.Sandbox.Validation.PodDiff;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>What of a claim may change: how much a bound one wants. Source: <c>ValidatePersistentVolumeClaimUpdate</c> of <c>pkg/apis/core/validation</c>.</summary>
internal static class ClaimUpdateRules
{
    private const string Type = "PersistentVolumeClaimSpec";
    private const string Changed = "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n";

    /// <summary>Looks at a claim beside what it was, and shows how they differ where they may not.</summary>
    public static void Check(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        JsonValue before = old["spec"u8];
        JsonDraft known = new(before);
        JsonDraft wanted = new(spec);
        if (string.IsNullOrEmpty(before["volumeName"u8].AsString()))
        {
            known.SetOrRemove("volumeName", spec["volumeName"u8]);
        }

        if (before["storageClassName"u8].IsAbsent)
        {
            // A class that becomes the default may be set later.
            wanted.Remove("storageClassName");
        }

        if (value["status"u8]["phase"u8].AsString() == "Bound")
        {
            wanted.SetOrRemove("resources", before["resources"u8]);
            wanted.SetOrRemove("volumeAttributesClassName", before["volumeAttributesClassName"u8]);
        }

        string[] was = InternalForm.Lines(Type, known.Freeze(JsonPolicy.Server));
        string[] now = InternalForm.Lines(Type, wanted.Freeze(JsonPolicy.Server));
        if (!was.SequenceEqual(now, StringComparer.Ordinal))
        {
            causes.Add(FieldError.Forbidden("spec", Changed + UnifiedDiff.Of(was, now)));
        }

        Shrink(Storage(spec["resources"u8]["requests"u8]), Storage(before["resources"u8]["requests"u8]), Storage(old["status"u8]["capacity"u8]), causes);
        FixedField.Check(spec["volumeMode"u8], before["volumeMode"u8], "volumeMode", causes);
    }

    /// <summary>Less may be wanted again while the volume has not grown yet.</summary>
    private static void Shrink(Quantity wanted, Quantity before, Quantity held, List<StatusCause> causes)
    {
        if (wanted < before && wanted <= held)
        {
            causes.Add(FieldError.Forbidden("spec.resources.requests.storage", "field can not be less than status.capacity"));
        }
    }

    private static Quantity Storage(JsonValue resources) => FieldRules.Amount(resources["storage"u8]) ?? default;
}
