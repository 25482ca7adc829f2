using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Applying;

/// <summary>The items of lists that are told apart by keys or by what they are.</summary>
internal static class FieldItems
{
    /// <summary>The element of an item's path; <c>null</c>, with the reason in the server's words, for one that has none.</summary>
    public static string? ElementOf(JsonValue item, FieldType list, out string problem)
    {
        problem = "";
        if (list.Keys.Count > 0)
        {
            return KeyOf(item, list, out problem);
        }

        problem = item.Kind switch
        {
            JsonKind.Object => "associative list without keys has an element that's a map type",
            JsonKind.Array => "not supported: associative list with lists as elements",
            JsonKind.Null => "associative list without keys has an element that's an explicit null",
            _ => "",
        };
        return problem.Length > 0 ? null : FieldElement.Item(item);
    }

    /// <summary>The items by their elements, in order; those without one are left out.</summary>
    public static List<(string Element, JsonValue Item)> Of(JsonValue value, FieldType list)
    {
        List<(string Element, JsonValue Item)> items = [];
        JsonCursor cursor = new(value.Kind == JsonKind.Array ? value : default);
        while (cursor.MoveNext())
        {
            if (ElementOf(cursor.Value, list, out _) is { } element)
            {
                items.Add((element, cursor.Value));
            }
        }

        return items;
    }

    private static string? KeyOf(JsonValue item, FieldType list, out string problem)
    {
        if (item.Kind != JsonKind.Object)
        {
            problem = $"associative list with keys may not have {(item.Kind == JsonKind.Null ? "a null element" : "non-map elements")}";
            return null;
        }

        List<KeyValuePair<string, JsonValue>> keys = [];
        foreach (string name in list.Keys)
        {
            JsonValue value = item[name];
            value = value.IsMissing ? list.Item.DefaultOf(name) : value;
            if (!value.IsMissing)
            {
                keys.Add(new(name, value));
            }
        }

        problem = keys.Count > 0 ? "" : $"associative list with keys has an element that omits all key fields [{string.Join(' ', list.Keys.Select(GoString.Quote))}] "
            + "(and doesn't have default values for any key fields)";
        return keys.Count > 0 ? FieldElement.Item(keys) : null;
    }
}
