using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of LimitRanges: one limit of each type, and its numbers in order.</summary>
internal static class LimitRangeRules
{
    private static readonly string[] Members = ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"];

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Create = Check,
    };

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        HashSet<string> types = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue limit) in value["spec"u8]["limits"u8].Items().Index())
        {
            string field = $"spec.limits[{index}]";
            string type = limit["type"u8].AsString() ?? "";
            if (!types.Add(type))
            {
                causes.Add(FieldError.Duplicate(field + ".type", type));
            }

            if (type == "Pod")
            {
                Forbidden(limit, field, causes);
            }

            foreach (string name in Names(limit))
            {
                One(limit, field, name, causes);
            }
        }
    }

    private static void Forbidden(JsonValue limit, string field, List<StatusCause> causes)
    {
        foreach (string member in new[] { "default", "defaultRequest" })
        {
            if (limit[member].Count > 0)
            {
                causes.Add(FieldError.Forbidden($"{field}.{member}", "may not be specified when `type` is 'Pod'"));
            }
        }
    }

    private static SortedSet<string> Names(JsonValue limit) => new(
        Members.SelectMany(member => limit[member].Members().Select(one => one.Key)),
        StringComparer.Ordinal);

    private static void One(JsonValue limit, string field, string name, List<StatusCause> causes)
    {
        Quantity? most = FieldRules.Amount(limit["max"u8][name]);
        Quantity? least = FieldRules.Amount(limit["min"u8][name]);
        Quantity? normal = FieldRules.Amount(limit["default"u8][name]);
        Quantity? request = FieldRules.Amount(limit["defaultRequest"u8][name]);
        Quantity? ratio = FieldRules.Amount(limit["maxLimitRequestRatio"u8][name]);
        NotAbove(("min", least, "min value"), ("max", most, "max value"), field, name, causes);
        if (request is { } && least > request)
        {
            causes.Add(FieldError.Invalid(
                $"{field}.defaultRequest[{name}]", $"{least}", $"min value {least} is greater than default request value {request}"));
        }

        NotAbove(("defaultRequest", request, "default request value"), ("max", most, "max value"), field, name, causes);
        NotAbove(("defaultRequest", request, "default request value"), ("default", normal, "default limit value"), field, name, causes);
        if (normal is { } && least > normal)
        {
            causes.Add(FieldError.Invalid($"{field}.default[{name}]", $"{least}", $"min value {least} is greater than default value {normal}"));
        }

        NotAbove(("default", normal, "default value"), ("max", most, "max value"), field, name, causes);
        if (ratio < Quantity.FromInt64(1))
        {
            causes.Add(FieldError.Invalid($"{field}.maxLimitRequestRatio[{name}]", $"{ratio}", $"ratio {ratio} is less than 1"));
        }
    }

    private static void NotAbove(
        (string Member, Quantity? Value, string Words) low, (string Member, Quantity? Value, string Words) high, string field, string name, List<StatusCause> causes)
    {
        if (low.Value is { } && high.Value is { } && low.Value > high.Value)
        {
            causes.Add(FieldError.Invalid(
                $"{field}.{low.Member}[{name}]", $"{low.Value}", $"{low.Words} {low.Value} is greater than {high.Words} {high.Value}"));
        }
    }
}
