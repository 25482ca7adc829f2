using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of PersistentVolumes: how much they hold, how they are used, and where they are. Source: <c>pkg/apis/core/validation</c>.</summary>
internal static class PersistentVolumeRules
{
    private static readonly string[] Policies = ["Delete", "Recycle", "Retain"];

    /// <summary>What stands beside the one member that says where a volume is.</summary>
    private static readonly string[] Others =
        ["accessModes", "capacity", "claimRef", "mountOptions", "nodeAffinity", "persistentVolumeReclaimPolicy", "storageClassName", "volumeAttributesClassName", "volumeMode"];

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new() { Create = (value, causes) => Spec(value["spec"u8], causes) };

    private static void Spec(JsonValue spec, List<StatusCause> causes)
    {
        if (spec["accessModes"u8].Count == 0)
        {
            causes.Add(FieldError.Required("spec.accessModes"));
        }

        foreach (JsonValue mode in spec["accessModes"u8].Items())
        {
            FieldRules.OneOf(mode, "spec.accessModes", ClaimRules.Modes, causes);
        }

        Capacity(spec["capacity"u8], causes);
        if (!spec.Members().Any(member => !member.Value.IsAbsent && !Others.Contains(member.Key)))
        {
            causes.Add(FieldError.Required("spec", "must specify a volume type"));
        }

        FieldRules.OneOf(spec["persistentVolumeReclaimPolicy"u8], "spec.persistentVolumeReclaimPolicy", Policies, causes);
    }

    private static void Capacity(JsonValue capacity, List<StatusCause> causes)
    {
        const string Field = "spec.capacity";
        if (capacity.Count == 0)
        {
            causes.Add(FieldError.Required(Field));
        }

        if (capacity["storage"u8].IsAbsent || capacity.Count > 1)
        {
            causes.Add(FieldError.NotSupported(Field, FixedField.Show(capacity), ["storage"]));
        }

        foreach ((string name, JsonValue value) in capacity.Members())
        {
            if (FieldRules.Amount(value) is not { Sign: <= 0 } amount)
            {
                continue;
            }

            if (amount.Sign < 0)
            {
                causes.Add(FieldError.Invalid($"{Field}[{name}]", FixedField.Show(value), FieldRules.Negative));
            }

            causes.Add(FieldError.Invalid($"{Field}[{name}]", FixedField.Show(value), "must be greater than zero"));
        }
    }
}
