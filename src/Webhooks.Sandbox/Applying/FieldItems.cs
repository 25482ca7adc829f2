using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Applying;

/// <summary>The items of lists that are told apart by keys or by what they are.</summary>
internal static class FieldItems
{
    /// <summary>The element of an item's path; <c>null</c> for one that has none.</summary>
    public static string? ElementOf(JsonValue item, FieldType list) =>
        list.Keys.Count > 0 ? FieldElement.Item(KeysOf(item, list))
        : item.Kind is JsonKind.Object or JsonKind.Array or JsonKind.Null ? null
        : FieldElement.Item(item);

    /// <summary>Why an item has no element, in the server's words; <c>null</c> where it has one.</summary>
    public static string? Problem(JsonValue item, FieldType list)
    {
        if (list.Keys.Count > 0)
        {
            return item.Kind != JsonKind.Object
                ? $"associative list with keys may not have {(item.Kind == JsonKind.Null ? "a null element" : "non-map elements")}"
                : KeysOf(item, list).Any() ? null
                : $"associative list with keys has an element that omits all key fields [{string.Join(' ', list.Keys.Select(GoString.Quote))}] "
                    + "(and doesn't have default values for any key fields)";
        }

        return item.Kind switch
        {
            JsonKind.Object => "associative list without keys has an element that's a map type",
            JsonKind.Array => "not supported: associative list with lists as elements",
            JsonKind.Null => "associative list without keys has an element that's an explicit null",
            _ => null,
        };
    }

    /// <summary>The items by their elements, in order; those without one are left out.</summary>
    public static List<(string Element, JsonValue Item)> Of(JsonValue value, FieldType list)
    {
        List<(string Element, JsonValue Item)> items = new(value.Count);
        JsonCursor cursor = new(value.Kind == JsonKind.Array ? value : default);
        while (cursor.MoveNext())
        {
            if (ElementOf(cursor.Value, list) is { } element)
            {
                items.Add((element, cursor.Value));
            }
        }

        return items;
    }

    private static IEnumerable<(string Quoted, JsonValue Value)> KeysOf(JsonValue item, FieldType list)
    {
        foreach (FieldKey key in list.KeysInOrder)
        {
            JsonValue value = item[key.Name];
            value = value.IsMissing ? list.Item.DefaultOf(key.Name) : value;
            if (!value.IsMissing && item.Kind == JsonKind.Object)
            {
                yield return (key.Quoted, value);
            }
        }
    }
}
