using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Leases. Source: <c>pkg/apis/coordination/validation</c>, which does without the rule for finalizers.</summary>
internal static class LeaseRules
{
    private static readonly string[] Strategies = ["OldestEmulationVersion"];

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
        string? strategy = spec["strategy"u8].AsString();
        if (strategy != null)
        {
            // The field's name stands twice, as the server has it.
            const string Field = "spec.strategy.strategy";
            if (strategy.Contains('/', StringComparison.Ordinal))
            {
                causes.AddRange(QualifiedName.Problems(strategy).Select(problem => FieldError.Invalid(Field, strategy, problem)));
            }
            else
            {
                FieldRules.OneOf(spec["strategy"u8], Field, Strategies, causes);
            }
        }

        if (string.IsNullOrEmpty(strategy) && !string.IsNullOrEmpty(spec["preferredHolder"u8].AsString()))
        {
            causes.Add(FieldError.Forbidden("spec.preferredHolder", "may only be specified if `strategy` is defined"));
        }
    }
}
