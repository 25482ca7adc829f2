using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of counts that may also be given in percent: <c>3</c>, <c>"25%"</c>.</summary>
internal static class PercentRules
{
    private const string NoPercent =
        "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

    /// <summary>A count must not be below zero, a text must be of that form; what is not there is well.</summary>
    public static void Form(JsonValue value, string field, List<StatusCause> causes)
    {
        FieldRules.NonNegative(value, field, causes);
        if (value.AsString() is { } text && Percent(text) == null)
        {
            causes.Add(FieldError.Invalid(field, text, NoPercent));
        }
    }

    /// <summary>No more than all.</summary>
    public static void AtMostAll(JsonValue value, string field, List<StatusCause> causes)
    {
        if (value.AsString() is { } text && Percent(text) > 100)
        {
            causes.Add(FieldError.Invalid(field, text, "must not be greater than 100%"));
        }
    }

    /// <summary>Whether it says none: absent, zero, or a text that is no number.</summary>
    public static bool IsZero(JsonValue value) =>
        value.AsString() is { } text ? (Percent(text) ?? 0) == 0 : !value.TryGetInt64(out long number) || number == 0;

    private static uint? Percent(string text) =>
        text.EndsWith('%') && uint.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out uint percent) ? percent : null;
}
