using Webhooks.Resources.Json;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>What the API server takes a value for.</summary>
internal static class JsonTypes
{
    /// <summary>2^53-1: beyond, a float64 is no integer to the API server.</summary>
    private const double LargestInteger = 9007199254740991;

    /// <summary>The name of the value's type.</summary>
    public static string Of(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.True or JsonKind.False => "boolean",
        JsonKind.Number => DecodedNumber.Of(value).IsInteger ? "integer" : "number",
        JsonKind.String => "string",
        JsonKind.Array => "array",
        _ => "object",
    };

    /// <summary>The format that goes with it; empty for none.</summary>
    public static string FormatOf(JsonValue value) =>
        value.Kind != JsonKind.Number ? "" : DecodedNumber.Of(value).IsInteger ? "int64" : "float64";

    /// <summary>Whether a float64 is an integer, give or take a relative 1e-9. Source: <c>swag.IsFloat64AJSONInteger</c>.</summary>
    public static bool IsIntegral(double real)
    {
        const double Tolerance = 1e-9;
        if (!double.IsFinite(real) || Math.Abs(real) > LargestInteger)
        {
            return false;
        }

        // A negative number has no unsigned counterpart: on amd64 it becomes a huge one, which nothing is near to.
        double whole = real < 0 ? (double)(ulong)(long)real : Math.Truncate(real);
        double difference = Math.Abs(real - whole);
        return real == Math.Truncate(real)
            || (whole != 0 && difference / (Math.Abs(real) + whole) < Tolerance);
    }
}
