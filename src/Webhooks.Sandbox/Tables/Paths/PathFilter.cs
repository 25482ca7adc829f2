using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>Keeps the items of arrays for which a filter's comparison holds.</summary>
internal static class PathFilter
{
    /// <summary>Adds the items that pass.</summary>
    /// <returns>False when something is compared that cannot be, such as a number with a text.</returns>
    public static bool TryApply(List<JsonValue> input, PathNode.Filter filter, ref List<JsonValue> results)
    {
        foreach (JsonValue value in input)
        {
            if (value.Kind != JsonKind.Array)
            {
                results = input;
                return false;
            }

            foreach (JsonValue item in value.Items())
            {
                if (Passes(item, filter) is not { } passes)
                {
                    results = input;
                    return false;
                }

                if (passes)
                {
                    results.Add(item);
                }
            }
        }

        return true;
    }

    private static bool? Passes(JsonValue item, PathNode.Filter filter)
    {
        bool hasLeft = JsonPathWalk.TryFollow([item], filter.Left, out List<JsonValue> left);
        if (filter.Operator == "exists")
        {
            return left.Count > 0;
        }

        if (!hasLeft || left.Count > 1)
        {
            return null;
        }

        if (left.Count == 0)
        {
            return false;
        }

        return !JsonPathWalk.TryFollow([item], filter.Right, out List<JsonValue> right) || right.Count > 1 ? null
            : right.Count == 0 ? false
            : Compare(left[0], right[0], filter.Operator);
    }

    private static bool? Compare(JsonValue left, JsonValue right, string comparison)
    {
        bool isEquality = comparison is "==" or "!=";
        if (IsBool(left) && IsBool(right) && isEquality)
        {
            return (left.Kind == right.Kind) == (comparison == "==");
        }

        return Order(left, right) is not { } order
            ? null
            : comparison switch
            {
                "==" => order == 0,
                "!=" => order != 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                ">=" => order >= 0,
                _ => null,
            };
    }

    private static int? Order(JsonValue left, JsonValue right)
    {
        if (left.Kind == JsonKind.String && right.Kind == JsonKind.String)
        {
            return string.CompareOrdinal(left.GetString(), right.GetString());
        }

        if (left.Kind != JsonKind.Number || right.Kind != JsonKind.Number)
        {
            return null;
        }

        bool isInteger = left.TryGetInt64(out long first);
        return isInteger != right.TryGetInt64(out long second) ? null
            : isInteger ? first.CompareTo(second)
            : Number(left).CompareTo(Number(right));
    }

    private static double Number(JsonValue value) => double.Parse(value.RawText, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsBool(JsonValue value) => value.Kind is JsonKind.True or JsonKind.False;
}
