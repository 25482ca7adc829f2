using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of how workloads replace their pods. Source: <c>pkg/apis/apps/validation</c>.</summary>
internal static class RolloutRules
{
    /// <summary>Looks at the <c>strategy</c> of a Deployment.</summary>
    public static void OfDeployment(JsonValue strategy, List<StatusCause> causes)
    {
        const string Field = "spec.strategy";
        JsonValue rolling = strategy["rollingUpdate"u8];
        switch (strategy["type"u8].AsString())
        {
            case "Recreate":
                if (!rolling.IsAbsent)
                {
                    causes.Add(FieldError.Forbidden(Field + ".rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
                }

                break;
            case "RollingUpdate":
                JsonValue unavailable = rolling["maxUnavailable"u8];
                PercentRules.Form(unavailable, Field + ".rollingUpdate.maxUnavailable", causes);
                PercentRules.Form(rolling["maxSurge"u8], Field + ".rollingUpdate.maxSurge", causes);
                if (PercentRules.IsZero(unavailable) && PercentRules.IsZero(rolling["maxSurge"u8]))
                {
                    causes.Add(FieldError.Invalid(
                        Field + ".rollingUpdate.maxUnavailable", FixedField.Show(unavailable), "may not be 0 when `maxSurge` is 0"));
                }

                PercentRules.AtMostAll(unavailable, Field + ".rollingUpdate.maxUnavailable", causes);
                break;
            default:
                causes.Add(FieldError.NotSupported(Field, Shown(strategy), ["Recreate", "RollingUpdate"]));
                break;
        }
    }

    /// <summary>Looks at the <c>updateStrategy</c> of a DaemonSet.</summary>
    public static void OfDaemonSet(JsonValue strategy, List<StatusCause> causes)
    {
        const string Field = "spec.updateStrategy";
        JsonValue unavailable = strategy["rollingUpdate"u8]["maxUnavailable"u8];
        JsonValue surge = strategy["rollingUpdate"u8]["maxSurge"u8];
        switch (strategy["type"u8].AsString())
        {
            case "OnDelete":
                return;
            case "RollingUpdate":
                break;
            default:
                causes.Add(FieldError.NotSupported(Field, Shown(strategy), ["RollingUpdate", "OnDelete"]));
                return;
        }

        foreach ((string member, JsonValue value) in new[] { ("maxUnavailable", unavailable), ("maxSurge", surge) })
        {
            PercentRules.Form(value, $"{Field}.rollingUpdate.{member}", causes);
            PercentRules.AtMostAll(value, $"{Field}.rollingUpdate.{member}", causes);
        }

        switch (PercentRules.IsZero(unavailable), PercentRules.IsZero(surge))
        {
            case (false, false):
                causes.Add(FieldError.Invalid(
                    Field + ".rollingUpdate.maxSurge", FixedField.Show(surge), "may not be set when maxUnavailable is non-zero"));
                break;
            case (true, true):
                causes.Add(FieldError.Required(Field + ".rollingUpdate.maxUnavailable", "cannot be 0 when maxSurge is 0"));
                break;
        }
    }

    /// <summary>Looks at the <c>updateStrategy</c> of a StatefulSet.</summary>
    public static void OfStatefulSet(JsonValue strategy, List<StatusCause> causes) =>
        FieldRules.NonNegative(strategy["rollingUpdate"u8]["partition"u8], "spec.updateStrategy.rollingUpdate.partition", causes);

    /// <summary>As Go writes the internal type, which has no tags.</summary>
    private static BadValue Shown(JsonValue strategy)
    {
        JsonValue rolling = strategy["rollingUpdate"u8];
        string Count(JsonValue value) => value.IsAbsent ? "0" : value.ToString();
        string shown = rolling.IsAbsent
            ? "null"
            : $"{{\"MaxUnavailable\":{Count(rolling["maxUnavailable"u8])},\"MaxSurge\":{Count(rolling["maxSurge"u8])}}}";
        return BadValue.Json($"{{\"Type\":{strategy["type"u8]},\"RollingUpdate\":{shown}}}");
    }
}
