using Webhooks.Resources.Literals;

namespace Webhooks.Resources.Api;

/// <summary>Makes the causes that validation finds, worded as <c>k8s.io/apimachinery/pkg/util/validation/field</c>.</summary>
/// <remarks>In all of them <c>field</c> is the path, <c>spec.ports[0].name</c>, and <c>detail</c> may be empty.</remarks>
public static class FieldError
{
    /// <summary>What the field refers to is not there: <c>Not found: "x"</c>.</summary>
    public static StatusCause NotFound(string field, BadValue value) =>
        new(CauseReason.NotFound, $"Not found: {value}", field);

    /// <summary>The field is missing or empty: <c>Required value: detail</c>.</summary>
    public static StatusCause Required(string field, string detail = "") =>
        new(CauseReason.Required, "Required value" + Colon(detail), field);

    /// <summary>The value is there twice, or somebody else's: <c>Duplicate value: "x": detail</c>.</summary>
    public static StatusCause Duplicate(string field, BadValue value, string detail = "") =>
        new(CauseReason.Duplicate, $"Duplicate value: {value}" + Colon(detail), field);

    /// <summary>The value is malformed or out of bounds: <c>Invalid value: "x": detail</c>.</summary>
    public static StatusCause Invalid(string field, BadValue value, string detail) =>
        new(CauseReason.Invalid, $"Invalid value: {value}" + Colon(detail), field);

    /// <summary>The value is not of the schema's type: <c>Invalid value: "x": detail</c>.</summary>
    public static StatusCause TypeInvalid(string field, BadValue value, string detail) =>
        new(CauseReason.TypeInvalid, $"Invalid value: {value}" + Colon(detail), field);

    /// <summary>The value is none of those known: <c>Unsupported value: "x": supported values: "a", "b"</c>.</summary>
    public static StatusCause NotSupported(string field, BadValue value, IEnumerable<string> supported) =>
        NotSupported(field, value, Supported(supported));

    /// <summary>The same, of values that are put into words once: <see cref="Supported"/>.</summary>
    public static StatusCause NotSupported(string field, BadValue value, string supported) =>
        new(CauseReason.NotSupported, $"Unsupported value: {value}" + Colon(supported), field);

    /// <summary>The values that are known, in words: <c>supported values: "a", "b"</c>; empty for none.</summary>
    public static string Supported(IEnumerable<string> values)
    {
        string list = string.Join(", ", values.Select(GoString.Quote));
        return list.Length == 0 ? "" : "supported values: " + list;
    }

    /// <summary>The value may not stand here: <c>Forbidden: detail</c>.</summary>
    public static StatusCause Forbidden(string field, string detail) =>
        new(CauseReason.Forbidden, "Forbidden" + Colon(detail), field);

    /// <summary>The text is too long: <c>Too long: may not be more than 63 bytes</c>; <c>value is too long</c> for a negative bound.</summary>
    public static StatusCause TooLong(string field, long bytes) =>
        new(CauseReason.TooLong, "Too long: " + (bytes < 0 ? "value is too long" : $"may not be more than {bytes} byte{(bytes == 1 ? "" : "s")}"), field);

    /// <summary>The list is too long: <c>Too many: 5: must have at most 3 items</c>; <c>has too many items</c> for a negative bound.</summary>
    public static StatusCause TooMany(string field, long actual, long most) =>
        new(CauseReason.TooMany, $"Too many: {actual}: " + (most < 0 ? "has too many items" : $"must have at most {most} item{(most == 1 ? "" : "s")}"), field);

    /// <summary>Something went wrong that is no fault of the value's: <c>Internal error: detail</c>.</summary>
    public static StatusCause Internal(string field, string detail) =>
        new(CauseReason.Internal, "Internal error" + Colon(detail), field);

    /// <summary>All of <paramref name="causes"/> in one line: <c>[a, b]</c>, or the only one; each text once; empty for none.</summary>
    public static string Aggregate(IEnumerable<StatusCause> causes)
    {
        string[] texts = [.. causes.Select(cause => cause.ToString()).Distinct(StringComparer.Ordinal)];
        return texts is [var only] ? only : texts is [] ? "" : $"[{string.Join(", ", texts)}]";
    }

    private static string Colon(string detail) => detail.Length == 0 ? "" : ": " + detail;
}
