using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Leases. Source: <c>pkg/apis/coordination/validation</c>, which does without the rule for finalizers.</summary>
internal static class LeaseRules
{
    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        QualifiesFinalizers = false,
        UpdateRepeatsCreate = false,
        Create = Check,
        Update = (value, _, causes) => Check(value, causes),
    };

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        if (spec["leaseDurationSeconds"u8].TryGetInt64(out long seconds) && seconds <= 0)
        {
            causes.Add(FieldError.Invalid("spec.leaseDurationSeconds", seconds, "must be greater than 0"));
        }

        FieldRules.NonNegative(spec["leaseTransitions"u8], "spec.leaseTransitions", causes);
    }
}
