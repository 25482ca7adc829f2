using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of PersistentVolumeClaims: how they are used, and how much they want. Source: <c>pkg/apis/core/validation</c>.</summary>
internal static class ClaimRules
{
    /// <summary>How volumes can be used.</summary>
    public static readonly string[] Modes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"];

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new() { Create = (value, causes) => Spec(value["spec"u8], causes), Update = ClaimUpdateRules.Check };

    private static void Spec(JsonValue spec, List<StatusCause> causes)
    {
        if (spec["accessModes"u8].Count == 0)
        {
            causes.Add(FieldError.Required("spec.accessModes", "at least 1 access mode is required"));
        }

        if (!spec["selector"u8].IsAbsent)
        {
            LabelSelector.Read(spec["selector"u8], "spec.selector", out var problems);
            causes.AddRange(problems);
        }

        foreach (JsonValue mode in spec["accessModes"u8].Items())
        {
            FieldRules.OneOf(mode, "spec.accessModes", Modes, causes);
        }

        JsonValue storage = spec["resources"u8]["requests"u8]["storage"u8];
        const string Field = "spec.resources[storage]";
        if (FieldRules.Amount(storage) is not { } amount)
        {
            causes.Add(FieldError.Required(Field));
        }
        else if (amount.Sign <= 0)
        {
            if (amount.Sign < 0)
            {
                causes.Add(FieldError.Invalid(Field, FixedField.Show(storage), FieldRules.Negative));
            }

            causes.Add(FieldError.Invalid(Field, FixedField.Show(storage), "must be greater than zero"));
        }
    }
}
