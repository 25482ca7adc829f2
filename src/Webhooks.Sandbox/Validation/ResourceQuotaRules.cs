using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of ResourceQuotas: the names of resources, amounts that are none below zero, and scopes.</summary>
internal static class ResourceQuotaRules
{
    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = (value, causes) => Spec(value["spec"u8], causes),
        Update = (value, old, causes) =>
        {
            Spec(value["spec"u8], causes);
            FixedField.Check(value["spec"u8]["scopes"u8], old["spec"u8]["scopes"u8], "spec.scopes", causes);
        },
        StatusUpdate = (value, _, causes) =>
        {
            if (value["metadata"u8]["resourceVersion"u8].IsAbsent)
            {
                causes.Add(FieldError.Required("metadata.resourceVersion"));
            }

            Amounts(value["status"u8]["hard"u8], "status.hard", causes);
            Amounts(value["status"u8]["used"u8], "status.used", causes);
        },
    };

    private static void Spec(JsonValue spec, List<StatusCause> causes)
    {
        JsonValue hard = spec["hard"u8];
        Amounts(hard, "spec.hard", causes);
        QuotaScopeRules.Check(spec, [.. hard.Members().Select(amount => amount.Key).Where(QuotaResourceName.IsStandard).Order(StringComparer.Ordinal)], causes);
    }

    private static void Amounts(JsonValue amounts, string field, List<StatusCause> causes)
    {
        foreach ((string name, JsonValue value) in amounts.Members())
        {
            string path = $"{field}[{name}]";
            causes.AddRange(QuotaResourceName.Problems(name).Select(problem => FieldError.Invalid(path, name, problem)));
            if (FieldRules.Amount(value) is not { } amount)
            {
                continue;
            }

            if (amount.Sign < 0)
            {
                causes.Add(FieldError.Invalid(path, amount.ToString(), FieldRules.Negative));
            }

            if (QuotaResourceName.IsCounted(name) && !amount.IsInteger)
            {
                causes.Add(FieldError.Invalid(path, amount.ToString(), "must be an integer"));
            }
        }
    }
}
