using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of single fields that several kinds share.</summary>
internal static class FieldRules
{
    /// <summary>What is said of a number below zero.</summary>
    public const string Negative = "must be greater than or equal to 0";

    /// <summary>A number must not be below zero; one that is not there is well.</summary>
    public static void NonNegative(JsonValue value, string field, List<StatusCause> causes)
    {
        if (value.TryGetInt64(out long number) && number < 0)
        {
            causes.Add(FieldError.Invalid(field, number, Negative));
        }
    }

    /// <summary>A field must be there, and no empty text.</summary>
    public static bool Required(JsonValue value, string field, List<StatusCause> causes)
    {
        if (!value.IsAbsent && value.AsString() is null or { Length: > 0 })
        {
            return true;
        }

        causes.Add(FieldError.Required(field));
        return false;
    }

    /// <summary>A text must be one of those, where it is there.</summary>
    public static void OneOf(JsonValue value, string field, IReadOnlyList<string> supported, List<StatusCause> causes)
    {
        if (value.AsString() is { } text && !supported.Contains(text))
        {
            causes.Add(FieldError.NotSupported(field, text, supported));
        }
    }

    /// <summary>Problems of a text, one cause each.</summary>
    public static void Text(JsonValue value, string field, Func<string, IReadOnlyList<string>> rule, List<StatusCause> causes)
    {
        string text = value.AsString() ?? "";
        causes.AddRange(rule(text).Select(problem => FieldError.Invalid(field, text, problem)));
    }

    /// <summary>The quantity in a field; none where it is not there.</summary>
    public static Quantity? Amount(JsonValue value) =>
        !value.IsAbsent && QuantityJson.TryRead(value, out Quantity quantity, out _) ? quantity : null;
}
