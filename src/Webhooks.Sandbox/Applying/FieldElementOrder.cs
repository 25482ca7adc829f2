using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Applying;

/// <summary>The order in which the server lists fields: members, keys, items, indices; each kind by what it says.</summary>
internal static class FieldElementOrder
{
    private static readonly Comparison<Ranked> Order = (left, right) =>
        left.Kind != right.Kind ? left.Kind - right.Kind
        : left.Kind == 0 ? Utf8Order.Comparer.Compare(left.Element, right.Element)
        : left.Kind == 1 ? CompareKeys(left.Value, right.Value)
        : CompareScalars(left.Value, right.Value);

    /// <summary>The fields in order.</summary>
    public static (string Element, FieldNode Node)[] Sort(ReadOnlySpan<(string Element, FieldNode Node)> fields)
    {
        (string Element, FieldNode Node)[] sorted = fields.ToArray();
        if (sorted.Length > 1)
        {
            // Each element is read once, not in each comparison.
            Ranked[] ranks = Array.ConvertAll(sorted, field => new Ranked(field.Element));
            ranks.AsSpan().Sort(sorted.AsSpan(), Order);
        }

        return sorted;
    }

    private static int CompareKeys(JsonValue left, JsonValue right)
    {
        JsonCursor ours = new(left);
        JsonCursor theirs = new(right);
        while (ours.MoveNext() && theirs.MoveNext())
        {
            int order = Utf8Order.Comparer.Compare(ours.Name, theirs.Name);
            order = order != 0 ? order : CompareScalars(ours.Value, theirs.Value);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count - right.Count;
    }

    private static int CompareScalars(JsonValue left, JsonValue right)
    {
        int order = Rank(left) - Rank(right);
        return order != 0 ? order : left.Kind switch
        {
            JsonKind.Number => double.Parse(left.RawText, CultureInfo.InvariantCulture).CompareTo(double.Parse(right.RawText, CultureInfo.InvariantCulture)),
            JsonKind.String => Utf8Order.Comparer.Compare(left.GetString(), right.GetString()),
            _ => Utf8Order.Comparer.Compare(left.ToString(), right.ToString()),
        };
    }

    private static int Rank(JsonValue value) => value.Kind switch
    {
        JsonKind.Number => 0,
        JsonKind.String => 1,
        JsonKind.False or JsonKind.True => 2,
        JsonKind.Array => 3,
        JsonKind.Object => 4,
        _ => 5,
    };

    /// <param name="Element">The element.</param>
    private readonly record struct Ranked(string Element)
    {
        /// <summary>The place of its kind.</summary>
        public int Kind { get; } = "fkvi".IndexOf(Element[0], StringComparison.Ordinal);

        /// <summary>What it says; missing for a member.</summary>
        public JsonValue Value { get; } = Element[0] == 'f' ? default : FieldElement.ValueOf(Element);
    }
}
