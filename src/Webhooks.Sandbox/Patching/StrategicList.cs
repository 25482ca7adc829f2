using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Patching;

/// <summary>Two lists made one by a strategic merge patch: scalars as sets, objects by their merge key.</summary>
internal static class StrategicList
{
    /// <summary>The merged list: the patch's items in their order, what only stood there before where it fits best.</summary>
    /// <param name="standing">The items before.</param>
    /// <param name="patch">The items of the patch, directives among them.</param>
    /// <param name="meta">How the list merges; its schema is that of the items.</param>
    /// <param name="deletes">Whether the patch lists scalars to be taken out.</param>
    public static List<JsonValue> Merge(List<JsonValue> standing, List<JsonValue> patch, PatchMeta meta, bool deletes)
    {
        if (meta.Strategy != PatchMeta.Merge && !deletes)
        {
            return patch;
        }

        if (standing.Count == 0 && patch.Count == 0)
        {
            return standing;
        }

        bool areObjects = ItemType(standing, patch) == GoValues.ObjectType;
        if (!areObjects && deletes)
        {
            HashSet<string> gone = new(patch.Select(GoValues.Identity), StringComparer.Ordinal);
            standing.RemoveAll(item => gone.Contains(GoValues.Identity(item)));
            return standing;
        }

        List<JsonValue> merged;
        if (!areObjects)
        {
            merged = [.. standing.Concat(patch).DistinctBy(GoValues.Identity)];
        }
        else if (meta.MergeKey.Length == 0)
        {
            throw PatchRefusals.Plain($"cannot merge lists without merge key for {PatchMeta.GoKind(meta.Schema)}");
        }
        else
        {
            (standing, patch) = FollowDirectives(standing, patch, meta.MergeKey);
            merged = MergeObjects(standing, patch, meta);
        }

        return ListOrder.Arrange(merged, patch, standing, meta.MergeKey, areObjects);
    }

    /// <summary>The one Go type that all items have.</summary>
    /// <exception cref="Answers.StatusException">500 for items of several types or none at all, 422 for lists of lists.</exception>
    public static string ItemType(IReadOnlyList<JsonValue> first, IReadOnlyList<JsonValue> second)
    {
        string? type = null;
        foreach (JsonValue item in first.Concat(second))
        {
            if (type != null && type != GoValues.TypeOf(item))
            {
                throw PatchRefusals.Plain($"list element types are not identical: [{GoValues.Print(first)} {GoValues.Print(second)}]");
            }

            type = GoValues.TypeOf(item) is not GoValues.ListType and { } scalar ? scalar : throw PatchRefusals.Failed();
        }

        return type ?? throw PatchRefusals.Plain("no elements in any of the given slices");
    }

    /// <summary>What an item is told apart by: its merge key's value or, of a scalar, itself.</summary>
    public static string KeyOf(JsonValue item, string mergeKey) =>
        GoValues.Identity(mergeKey.Length == 0 ? item : Required(item, mergeKey));

    private static JsonValue Required(JsonValue item, string mergeKey) =>
        item.Kind != JsonKind.Object ? throw PatchRefusals.BadType(GoValues.ObjectType, GoValues.TypeOf(item))
        : item[mergeKey] is { IsMissing: false } key ? key
        : throw PatchRefusals.Plain($"map: {GoValues.Print(item)} does not contain declared merge key: {mergeKey}");

    /// <summary>Takes out what <c>$patch: delete</c> names; everything, where one item says <c>$patch: replace</c>.</summary>
    private static (List<JsonValue> Standing, List<JsonValue> Patch) FollowDirectives(List<JsonValue> standing, List<JsonValue> patch, string mergeKey)
    {
        List<JsonValue> rest = [];
        bool replaces = false;
        foreach (JsonValue item in patch)
        {
            JsonValue directive = item[PatchDirectives.Patch];
            switch (directive.AsString())
            {
                case null when directive.IsMissing:
                    rest.Add(item);
                    break;
                case "delete":
                    string gone = KeyOf(item, mergeKey);
                    standing.RemoveAll(one => one[mergeKey] is { IsMissing: false } key && GoValues.Identity(key) == gone);
                    break;
                case "replace":
                    replaces = true;
                    break;
                case "merge":
                    throw PatchRefusals.Plain("merging lists cannot yet be specified in the patch");
                default:
                    throw PatchDirectives.Unknown(directive, item);
            }
        }

        return replaces ? (rest, []) : (standing, rest);
    }

    private static List<JsonValue> MergeObjects(List<JsonValue> standing, List<JsonValue> patch, PatchMeta meta)
    {
        List<JsonValue> merged = [.. standing];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue item) in standing.Index())
        {
            if (item[meta.MergeKey] is { IsMissing: false } key)
            {
                places.TryAdd(GoValues.Identity(key), index);
            }
        }

        foreach (JsonValue item in patch)
        {
            string key = KeyOf(item, meta.MergeKey);
            if (places.TryGetValue(key, out int place))
            {
                merged[place] = StrategicPatching.Merge(merged[place], item, meta.Schema);
            }
            else
            {
                places.Add(key, merged.Count);
                merged.Add(item);
            }
        }

        return merged;
    }
}
