using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>JSON values in the words and numbers of Go's decoder.</summary>
public static class JsonWords
{
    /// <summary>What Go calls a value that a type doesn't take: <c>array</c>, <c>bool</c>.</summary>
    public static string Of(JsonValue value) => value.Kind switch
    {
        JsonKind.Array => "array",
        JsonKind.Object => "object",
        JsonKind.String => "string",
        JsonKind.Number => "number",
        JsonKind.Null => "null",
        _ => "bool",
    };

    /// <summary>The number that a literal says, as a float64; infinite beyond its range.</summary>
    public static double Double(JsonValue number) =>
        double.TryParse(number.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
}
