using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>An applied object merged into the one that is stored: what it names is set, nothing is removed.</summary>
internal static class FieldMerge
{
    /// <summary>The merged object.</summary>
    public static JsonValue Merge(JsonValue live, JsonValue applied, FieldType type) =>
        Merge(live, applied, type, FieldSet.MostDepth).Freeze(JsonPolicy.Server);

    private static JsonDraft Merge(JsonValue live, JsonValue applied, FieldType type, int depth)
    {
        FieldForm form = type.FormOf(applied);
        JsonKind kind = form == FieldForm.List ? JsonKind.Array : JsonKind.Object;
        bool isWhole = depth == 0 || form == FieldForm.Scalar || (form == FieldForm.List ? type.IsListAtomic : type.IsMapAtomic);
        if (applied.IsMissing)
        {
            return new JsonDraft(live);
        }

        bool isNew = live.Kind != kind || live.Count == 0;
        if (isWhole || (isNew && applied.Count == 0) || live.IsMissing)
        {
            return new JsonDraft(applied);
        }

        return form == FieldForm.Map
            ? MergeMembers(live.Kind == kind ? live : default, applied.Kind == kind ? applied : default, type, depth)
            : MergeItems(live, applied, type, depth);
    }

    private static JsonDraft MergeMembers(JsonValue live, JsonValue applied, FieldType type, int depth)
    {
        JsonDraft merged = live.IsMissing ? JsonDraft.EmptyObject() : new JsonDraft(live);
        MemberLookup standing = new(live);
        JsonCursor members = new(applied);
        while (members.MoveNext())
        {
            string name = members.Name;
            merged.Set(name, Merge(standing[name], members.Value, type.Member(members.NameValue).Type ?? type, depth - 1));
        }

        return merged;
    }

    private static JsonDraft MergeItems(JsonValue live, JsonValue applied, FieldType type, int depth)
    {
        List<(string Element, JsonValue Item)> standing = FieldItems.Of(live, type);
        List<(string Element, JsonValue Item)> named = FieldItems.Of(applied, type);
        Dictionary<string, JsonValue> known = new(StringComparer.Ordinal);
        foreach ((string element, JsonValue item) in standing)
        {
            // What is there twice is not merged, but replaced.
            known[element] = known.ContainsKey(element) ? default : item;
        }

        JsonDraft merged = JsonDraft.EmptyArray();
        foreach ((string element, JsonValue old, JsonValue now) in MergedOrder.Of(standing, named))
        {
            JsonValue current = now.IsMissing ? old : known.GetValueOrDefault(element);
            merged.Insert(merged.Count, Merge(current, now, type.Item, depth - 1));
        }

        return merged;
    }
}
