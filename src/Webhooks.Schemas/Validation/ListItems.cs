using System.Runtime.InteropServices;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>Items of a list compared with each other, in one pass.</summary>
internal static class ListItems
{
    private const int Few = 16;

    /// <summary>Whether two items are equal, an integer being no float.</summary>
    public static bool HasEqual(JsonValue list)
    {
        return list.Items()
            .GroupBy(KeyOf)
            .Any(group => group.Count() > 1 && (group.Key is not (JsonKind, string) || HasEqual([.. group])));
    }

    /// <summary>Whether it is a short list of strings, no two of them equal: most sets are. No allocation.</summary>
    public static bool AreFewDistinctTexts(JsonValue list)
    {
        if (list.Count > Few)
        {
            return false;
        }

        JsonCursor items = new(list);
        for (int i = 0; items.MoveNext(); i++)
        {
            if (!items.Value.TryGetPlainText(out ReadOnlySpan<byte> text))
            {
                return false;
            }

            JsonCursor others = new(list);
            for (int j = 0; j < i && others.MoveNext(); j++)
            {
                if (others.Value.TextEquals(text))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The indexes of keys that were there before, each key's second only.</summary>
    public static List<int> Repeated(IEnumerable<object> keys)
    {
        Dictionary<object, int> seen = [];
        List<int> repeated = [];
        foreach ((int index, object key) in keys.Index())
        {
            ref int times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
            if (++times == 2)
            {
                repeated.Add(index);
            }
        }

        return repeated;
    }

    /// <summary>What an item is told apart by: a scalar by what it is decoded to, a compound by its JSON, where 1.0 is 1.</summary>
    public static object KeyOf(JsonValue item)
    {
        switch (item.Kind)
        {
            case JsonKind.String:
                return item.GetString();
            case JsonKind.Number:
                DecodedNumber number = DecodedNumber.Of(item);
                return number.IsInteger ? number.Integer : (object)number.Real;
            case JsonKind.Array or JsonKind.Object:
                return (item.Kind, GoJson.Write(item));
            default:
                return item.Kind;
        }
    }

    private static bool HasEqual(JsonValue[] sameJson) =>
        sameJson.Index().Any(one => sameJson.Take(one.Index).Any(other => DecodedValues.AreEqual(one.Item, other)));
}
