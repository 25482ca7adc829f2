using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Pods;

/// <summary>
/// Compares values as the API server would store them: what it drops counts as absent, what it fills in counts as
/// there, quantities count by value.
/// </summary>
internal static class StoredForm
{
    private static readonly JsonValue EmptyObject = JsonTree.Parse("{}").Root;

    /// <summary>True for what the API server stores as nothing: no value, null, and dropped zero values.</summary>
    public static bool IsAbsent(JsonValue value, Shape shape) => value.Kind switch
    {
        JsonKind.Missing or JsonKind.Null => true,
        JsonKind.Array => value.Count == 0,
        JsonKind.Object => value.Count == 0 && (shape.Kind == ShapeKind.Map || shape.Default.Kind == JsonKind.Object),
        _ when shape.KeepsZero => false,
        JsonKind.False => shape.Kind == ShapeKind.Flag,
        JsonKind.String => shape.Kind == ShapeKind.Text && value.TextEquals(default),
        JsonKind.Number => shape.Kind == ShapeKind.Number && JsonNumbers.AreEqual(value.RawText, "0"u8),
        _ => false,
    };

    /// <summary>True when all that <paramref name="part"/> says stands in <paramref name="whole"/> too.</summary>
    public static bool Contains(JsonValue whole, JsonValue part, Shape shape) => Contains(whole, part, shape, inOrder: false);

    /// <summary>True when both are stored alike; the items of lists with keys in any order.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right, Shape shape) =>
        Contains(left, right, shape) && Contains(right, left, shape);

    /// <summary>
    /// True when both are stored alike, all items in the same order: what the API server takes for no change. A
    /// pod template whose containers or variables change places is rolled out.
    /// </summary>
    public static bool AreSame(JsonValue left, JsonValue right, Shape shape) =>
        Contains(left, right, shape, inOrder: true) && Contains(right, left, shape, inOrder: true);

    /// <summary>The member as it is stored: itself, the default in its place, what follows from others, or missing.</summary>
    public static JsonValue Member(JsonValue container, ShapeField field)
    {
        JsonValue value = container[field.Utf8];
        value = IsAbsent(value, field.Shape) ? field.Shape.Default : value;
        return field.Shape.Derived == null ? value : field.Shape.Derived(container, value);
    }

    /// <summary>True when two items of a list map have the same keys.</summary>
    public static bool HaveSameKeys(JsonValue left, JsonValue right, Shape list)
    {
        foreach (ShapeField key in list.Keys)
        {
            JsonValue ours = Member(left, key);
            if (ours.IsMissing || !JsonEquality.AreEqual(ours, Member(right, key)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(JsonValue whole, JsonValue part, Shape shape, bool inOrder) => shape.Kind switch
    {
        ShapeKind.Object when whole.Kind == JsonKind.Object && part.Kind == JsonKind.Object => ContainsMembers(whole, part, shape, inOrder),
        ShapeKind.Map when whole.Kind == JsonKind.Object && part.Kind == JsonKind.Object => ContainsEntries(whole, part, shape, inOrder),
        ShapeKind.List when whole.Kind == JsonKind.Array && part.Kind == JsonKind.Array =>
            inOrder ? ContainsItemsInOrder(whole, part, shape) : ContainsItems(whole, part, shape),
        ShapeKind.Quantity => AreEqualQuantities(whole, part),
        _ => JsonEquality.AreEqual(whole, part),
    };

    private static bool ContainsMembers(JsonValue whole, JsonValue part, Shape shape, bool inOrder)
    {
        JsonCursor members = new(part);
        while (members.MoveNext())
        {
            ShapeField? field = shape.Find(members.NameValue);
            if (IsAbsent(members.Value, field?.Shape ?? Shape.Any))
            {
                continue;
            }

            JsonValue other = field == null ? whole[members.Name] : Member(whole, field);
            if (other.IsMissing && field?.Name == shape.DefaultSource)
            {
                other = DefaultSource(whole);
            }

            JsonValue value = field?.Shape.Derived == null ? members.Value : Member(part, field);
            if (other.IsMissing || !Contains(other, value, field?.Shape ?? Shape.Any, inOrder))
            {
                return false;
            }
        }

        foreach (ShapeField field in shape.Defaulted)
        {
            if (IsAbsent(part[field.Utf8], field.Shape)
                && Member(part, field) is { IsMissing: false } value
                && !Contains(Member(whole, field), value, field.Shape, inOrder))
            {
                return false;
            }
        }

        return shape.DefaultSource == null || DefaultSource(part).IsMissing
            || !DefaultSource(whole).IsMissing || !whole[shape.DefaultSource].IsAbsent;
    }

    /// <summary>The empty object that is stored as the source of a value which has none; missing for one which has.</summary>
    private static JsonValue DefaultSource(JsonValue value)
    {
        JsonCursor members = new(value);
        while (members.MoveNext())
        {
            if (!members.NameValue.TextEquals("name"u8) && !members.Value.IsAbsent)
            {
                return default;
            }
        }

        return EmptyObject;
    }

    private static bool ContainsEntries(JsonValue whole, JsonValue part, Shape shape, bool inOrder)
    {
        JsonCursor entries = new(part);
        MemberLookup others = new(whole);
        while (entries.MoveNext())
        {
            JsonValue other = others[entries.Name];
            if (other.IsMissing || !Contains(other, entries.Value, shape.Item!, inOrder))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of two lists of one length, items at the same place; the caller asks for both directions.</summary>
    private static bool ContainsItemsInOrder(JsonValue whole, JsonValue part, Shape shape)
    {
        JsonCursor items = new(part);
        JsonCursor others = new(whole);
        while (items.MoveNext())
        {
            if (!others.MoveNext() || !Contains(others.Value, items.Value, shape.Item!, inOrder: true))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }

    private static bool ContainsItems(JsonValue whole, JsonValue part, Shape shape)
    {
        JsonCursor items = new(part);
        if (shape.Keys.Length == 0)
        {
            JsonCursor others = new(whole);
            while (items.MoveNext())
            {
                if (!others.MoveNext() || !AreEqual(others.Value, items.Value, shape.Item!))
                {
                    return false;
                }
            }

            return !others.MoveNext();
        }

        ItemLookup keyed = new(whole, shape);
        while (items.MoveNext())
        {
            JsonValue other = keyed.Find(items.Value);
            if (other.IsMissing || !Contains(other, items.Value, shape.Item!))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqualQuantities(JsonValue left, JsonValue right) =>
        QuantityJson.TryRead(left, out Quantity ours, out _) && QuantityJson.TryRead(right, out Quantity theirs, out _)
            ? ours.Equals(theirs)
            : JsonEquality.AreEqual(left, right);
}
