using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of PodDisruptionBudgets, whose metadata only the common rules look at.</summary>
internal static class DisruptionBudgetRules
{
    private static readonly string[] Policies = ["AlwaysAllow", "IfHealthyBudget"];

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Name = null,
        Create = Check,
    };

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        if (!spec["minAvailable"u8].IsAbsent && !spec["maxUnavailable"u8].IsAbsent)
        {
            causes.Add(FieldError.Invalid("spec", Shown(spec), "minAvailable and maxUnavailable cannot be both set"));
        }

        Amount(spec["minAvailable"u8], "spec.minAvailable", causes);
        Amount(spec["maxUnavailable"u8], "spec.maxUnavailable", causes);
        if (!spec["selector"u8].IsAbsent)
        {
            LabelSelector.Read(spec["selector"u8], "spec.selector", out var problems);
            causes.AddRange(problems);
        }

        FieldRules.OneOf(spec["unhealthyPodEvictionPolicy"u8], "spec.unhealthyPodEvictionPolicy", Policies, causes);
    }

    /// <summary>As Go writes the internal type, which has no tags.</summary>
    private static BadValue Shown(JsonValue spec)
    {
        string Member(string name) => spec[name].IsAbsent ? "null" : spec[name].ToString();
        return BadValue.Json(
            $"{{\"MinAvailable\":{Member("minAvailable")},\"Selector\":{Member("selector")},\"MaxUnavailable\":{Member("maxUnavailable")},\"UnhealthyPodEvictionPolicy\":{Member("unhealthyPodEvictionPolicy")}}}");
    }

    private static void Amount(JsonValue value, string field, List<StatusCause> causes)
    {
        PercentRules.Form(value, field, causes);
        PercentRules.AtMostAll(value, field, causes);
    }
}
