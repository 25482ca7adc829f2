using Webhooks.Resources.Json;

namespace Webhooks.Admission.Pods;

/// <summary>Finds many items of one list by their keys: one after the other where it has few, at once where it has many.</summary>
/// <param name="list">The list.</param>
/// <param name="shape">Its shape, which has keys.</param>
internal struct ItemLookup(JsonValue list, Shape shape)
{
    private const int Few = 16;
    private Dictionary<string, JsonValue>? _byKey;

    /// <summary>The first item with the keys of another; missing when there is none.</summary>
    public JsonValue Find(JsonValue item)
    {
        if (list.Count > Few)
        {
            _byKey ??= Index();
            return KeyOf(item) is { } key ? _byKey.GetValueOrDefault(key) : default;
        }

        JsonCursor items = new(list);
        while (items.MoveNext())
        {
            if (StoredForm.HaveSameKeys(items.Value, item, shape))
            {
                return items.Value;
            }
        }

        return default;
    }

    private readonly Dictionary<string, JsonValue> Index()
    {
        Dictionary<string, JsonValue> index = new(list.Count, StringComparer.Ordinal);
        JsonCursor items = new(list);
        while (items.MoveNext())
        {
            if (KeyOf(items.Value) is { } key)
            {
                index.TryAdd(key, items.Value);
            }
        }

        return index;
    }

    /// <summary>The keys as one text; <c>null</c> where one is missing, for such an item is the same as none.</summary>
    private readonly string? KeyOf(JsonValue item)
    {
        string text = "";
        foreach (ShapeField key in shape.Keys)
        {
            JsonValue value = StoredForm.Member(item, key);
            if (value.IsMissing)
            {
                return null;
            }

            text = $"{text}{(value.Kind == JsonKind.String ? 's' : 'n')}{value.AsString() ?? value.ToString()}\0";
        }

        return text;
    }
}
