using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Patching;

/// <summary>The order of a merged list: what the patch names as it wants it, the rest as it stood, woven together.</summary>
internal static class ListOrder
{
    /// <summary>The items of <paramref name="merged"/> in order.</summary>
    /// <param name="merged">All items, each once.</param>
    /// <param name="wanted">Items whose order counts first.</param>
    /// <param name="standing">The items before the patch, whose order counts for the rest.</param>
    /// <param name="mergeKey">What tells objects apart; empty for scalars.</param>
    /// <param name="areObjects">Whether the items are objects.</param>
    public static List<JsonValue> Arrange(
        List<JsonValue> merged, IReadOnlyList<JsonValue> wanted, IReadOnlyList<JsonValue> standing, string mergeKey, bool areObjects)
    {
        Dictionary<string, int> wantedPlaces = Places(wanted, mergeKey, areObjects);
        Dictionary<string, int> standingPlaces = Places(standing, mergeKey, areObjects);
        ILookup<bool, JsonValue> parts = merged.ToLookup(item => wantedPlaces.ContainsKey(StrategicList.KeyOf(item, mergeKey)));
        List<Placed> named = Sorted(parts[true], wantedPlaces, mergeKey, areObjects);
        List<Placed> others = Sorted(parts[false], standingPlaces, mergeKey, areObjects);
        List<JsonValue> woven = [];
        int next = 0;
        foreach (Placed right in named)
        {
            int place = standingPlaces.GetValueOrDefault(right.Key, -1);
            while (next < others.Count && place >= 0 && others[next].Place >= 0 && others[next].Place < place)
            {
                woven.Add(others[next++].Item);
            }

            woven.Add(right.Item);
        }

        woven.AddRange(others.Skip(next).Select(one => one.Item));
        return woven;
    }

    /// <summary>The items that are not to be deleted.</summary>
    public static IEnumerable<JsonValue> WithoutDeletions(IEnumerable<JsonValue> items) => items.Where(item => !IsDeletion(item));

    private static bool IsDeletion(JsonValue item) =>
        item.Kind != JsonKind.Object
            ? throw PatchRefusals.BadType(GoValues.ObjectType, GoValues.TypeOf(item))
            : item[PatchDirectives.Patch].TextEquals("delete"u8);

    /// <summary>
    /// Sorts by place, deletions last. An item without a place goes before whatever stands in front of it, as the
    /// insertion sort of Go's <c>SliceStable</c> does when told that such an item is less than any other.
    /// </summary>
    private static List<Placed> Sorted(IEnumerable<JsonValue> items, Dictionary<string, int> places, string mergeKey, bool areObjects)
    {
        Placed[] all = [.. items.Select(item => StrategicList.KeyOf(item, mergeKey) is var key ? new Placed(item, key, places.GetValueOrDefault(key, -1)) : default)];
        IEnumerable<Placed> kept = areObjects ? all.Where(one => !IsDeletion(one.Item)) : all;
        IEnumerable<Placed> gone = areObjects ? all.Where(one => IsDeletion(one.Item)) : [];
        ILookup<bool, Placed> known = kept.ToLookup(one => one.Place >= 0);
        return [.. known[false].Reverse(), .. known[true].OrderBy(one => one.Place), .. gone];
    }

    private static Dictionary<string, int> Places(IReadOnlyList<JsonValue> items, string mergeKey, bool areObjects)
    {
        Dictionary<string, int> places = new(items.Count, StringComparer.Ordinal);
        for (int i = 0; i < items.Count; i++)
        {
            places.TryAdd(StrategicList.KeyOf(items[i], areObjects ? mergeKey : ""), i);
        }

        return places;
    }

    private readonly record struct Placed(JsonValue Item, string Key, int Place);
}
