using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Values;

/// <summary>A number as the API server decodes it: an int64 where the literal is one, else a float64. Which of them it is decides checks.</summary>
internal readonly record struct DecodedNumber
{
    private DecodedNumber(bool isInteger, long integer, double real)
    {
        IsInteger = isInteger;
        Integer = integer;
        Real = real;
    }

    /// <summary>True for a literal without fraction or exponent that fits into 64 bits.</summary>
    public bool IsInteger { get; }

    /// <summary>The number, where it is an integer.</summary>
    public long Integer { get; }

    /// <summary>The number as a float64; of an integer the nearest.</summary>
    public double Real { get; }

    /// <summary>The number, for messages.</summary>
    public BadValue Shown => IsInteger ? (BadValue)Integer : Real;

    /// <summary>The number that a literal says.</summary>
    public static DecodedNumber Of(JsonValue literal) => literal.TryGetInt64(out long integer)
        ? new(true, integer, integer)
        : new(false, 0, double.Parse(literal.RawText, NumberStyles.Float, CultureInfo.InvariantCulture));

    /// <summary>The number that a literal says once it was decoded, written and read again: of 1.0 the integer 1.</summary>
    public static DecodedNumber OfStored(JsonValue literal)
    {
        DecodedNumber number = Of(literal);
        return !number.IsInteger
            && long.TryParse(GoNumber.Json(number.Real), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer)
            ? new(true, integer, integer)
            : number;
    }

    /// <summary>True when both are decoded to the same type and say the same: 1 and 1.0 are different.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right) => Of(left).IsSame(Of(right));

    /// <summary>True when both are of the same type and say the same.</summary>
    public bool IsSame(DecodedNumber other) => IsInteger == other.IsInteger && Integer == other.Integer && Real == other.Real;

    /// <summary>A float64 cut to an int64; beyond its range the least int64, which is what amd64 gives.</summary>
    public static long Truncate(double real) => real is >= -9223372036854775808.0 and < 9223372036854775808.0 ? (long)real : long.MinValue;
}
