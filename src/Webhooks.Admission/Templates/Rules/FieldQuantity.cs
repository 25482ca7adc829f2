using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Reads quantities of templates.</summary>
internal static class FieldQuantity
{
    /// <summary>False where nothing stands; what stands has been checked to be one.</summary>
    public static bool TryRead(Field field, out Quantity quantity)
    {
        quantity = default;
        return field.Value.Kind is JsonKind.String or JsonKind.Number
            && Quantity.TryParse((field.Value.AsString() ?? field.Value.ToString()).AsSpan().Trim(), out quantity);
    }

    /// <summary>The order of two quantities as the API server stores them: rounded up to thousandths.</summary>
    public static int Compare(Quantity left, Quantity right)
    {
        long ours = left.MilliValue;
        long theirs = right.MilliValue;
        return IsExact(ours) && IsExact(theirs) ? ours.CompareTo(theirs) : left.CompareTo(right);
    }

    /// <summary>True for whole numbers of units, once rounded up to thousandths.</summary>
    public static bool IsWhole(Quantity quantity) => quantity.IsInteger || (IsExact(quantity.MilliValue) && quantity.MilliValue % 1000 == 0);

    private static bool IsExact(long thousandths) => thousandths is > long.MinValue and < long.MaxValue;
}
